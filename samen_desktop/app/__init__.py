"""Where the window is put together (`program`), and where its pictures are taken (`screens`)."""
