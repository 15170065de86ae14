namespace ShopBot.Shopping.Search;

/// <summary>What an index is asked for.</summary>
/// <param name="Terms">What was typed, a term for each word; 1 to 8.</param>
/// <param name="All">True: products that fit all terms; false: any of them, those that fit more, or rarer ones, first.</param>
/// <param name="Skip">How many of the best are left out; 0 or more.</param>
/// <param name="Count">At most this many; 1 to 100.</param>
public sealed record IndexQuery(IReadOnlyList<IndexTerm> Terms, bool All, int Skip, int Count);

/// <summary>A word of a query with what may stand in its place.</summary>
/// <param name="Alternatives">A product fits when it has all words of one of them; 1 or more.</param>
public sealed record IndexTerm(IReadOnlyList<IReadOnlyList<IndexWord>> Alternatives);

/// <summary>A word to look for.</summary>
/// <param name="Text">The folded word.</param>
/// <param name="IsBeginning">Whether words that begin with it fit too.</param>
public sealed record IndexWord(string Text, bool IsBeginning);
