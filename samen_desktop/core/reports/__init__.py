"""What a report says: sheets of plain rows, made from the plain rows of a round.

A report knows no Excel and no database. It takes iterators of rows in sheet order and gives sheets
whose rows are iterators again, so that nothing holds a whole round in memory.
"""
