"""A model for each group: corrections of a pooled model's answers, shrunk towards none.

Partial pooling, as in Gelman and Hill, Data Analysis Using Regression and Multilevel/Hierarchical Models
(2007): a group with many rows speaks for itself, one with few borrows from the others. How strongly is one
number for all groups, found on rows that were hidden (empirical Bayes; Efron and Morris, Data analysis using
the estimator of Stein and its generalizations, 1975).
"""
