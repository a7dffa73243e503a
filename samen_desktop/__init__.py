"""SAMEN Desktop: one file for the whole chain from stakeholder session to reasoned answer.

The package itself holds the version and nothing else, so that importing it costs nothing.
"""

__version__ = "0.1.0"
