"""Where things are kept: tables, repositories that take values in and give values back, and one unit of work.

SQLite and PostgreSQL behave alike here. Before its first write a unit of work holds no lock and sees what
others have committed; from its first write on it is one transaction.
"""
