"""What "they" and "it" refer to: the phrases of a paragraph, the one that is meant, the words to quote, the options."""
