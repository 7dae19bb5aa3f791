"""Messages in words: what each kind says, as a mail in plain text and HTML, and as a letter on paper.

What is said is made once, as `Words`; mail and paper only lay it out. Dutch stands below another language.
"""
