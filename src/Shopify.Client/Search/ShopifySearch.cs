namespace Shopify.Client;

/// <summary>
/// A condition in Shopify's search language, the text behind <c>query:</c> arguments. Each part quotes what it is given, so a shopper's
/// words cannot become operators or other fields. Instances do not change.
/// </summary>
/// <seealso href="https://shopify.dev/docs/api/usage/search-syntax"/>
public sealed class ShopifySearch
{
    private readonly string _text;

    private ShopifySearch(string text) => _text = text;

    /// <summary>No condition.</summary>
    public static ShopifySearch Everything { get; } = new(string.Empty);

    /// <summary>Products that are active and published to the online store.</summary>
    public static ShopifySearch Shoppable { get; } = Field("status", "active").And(Field("published_status", "published"));

    /// <summary>Whether there is no condition.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Whether this holds words to be ranked by relevance.</summary>
    public bool HasWords { get; private init; }

    /// <summary>A field with an exact value.</summary>
    /// <param name="name">The field, such as <c>tag</c>; Shopify ignores fields it does not know and says so in <see cref="ShopifyResponse{TData}.SearchWarnings"/>.</param>
    /// <param name="value">The value; quoted when it has to be. Control characters count as blanks.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">The name cannot be a field.</exception>
    public static ShopifySearch Field(string name, string value) => Compare(name, string.Empty, value);

    /// <summary>A field that is this value or more, such as <c>updated_at</c> since a time.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">A number, or a time in ISO 8601.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">The name cannot be a field.</exception>
    public static ShopifySearch AtLeast(string name, string value) => Compare(name, ">=", value);

    /// <summary>A field that is less than this value.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">A number, or a time in ISO 8601.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">The name cannot be a field.</exception>
    public static ShopifySearch Below(string name, string value) => Compare(name, "<", value);

    /// <summary>
    /// A shopper's words, each of which must occur; the last may be the beginning of a word. Operators, quotes and field separators lose
    /// their meaning, punctuation alone is no word, and only the first 100 characters count.
    /// </summary>
    /// <param name="userText">What the shopper wrote; null or without words gives <see cref="Everything"/>.</param>
    /// <returns>The condition.</returns>
    public static ShopifySearch Words(string? userText)
    {
        var words = SearchText.Words(userText);
        return words.Length == 0 ? Everything : new(string.Join(' ', words.Select(SearchText.Escape)) + "*") { HasWords = true };
    }

    /// <summary>Words that must stand together in this order. Only the first 100 characters count.</summary>
    /// <param name="userText">What the shopper wrote; null or blank gives <see cref="Everything"/>.</param>
    /// <returns>The condition.</returns>
    public static ShopifySearch Phrase(string? userText) =>
        SearchText.Clean(userText, SearchText.MaxUserText) is { Length: > 0 } phrase ? new(SearchText.Quote(phrase)) { HasWords = true } : Everything;

    /// <summary>Both conditions.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>A condition that holds when both do.</returns>
    public ShopifySearch And(ShopifySearch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.IsEmpty)
            return this;
        return IsEmpty ? other : new($"{_text} {other._text}") { HasWords = HasWords || other.HasWords };
    }

    /// <summary>One of two conditions.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>A condition that holds when at least one does; <see cref="Everything"/> when one of them is that.</returns>
    public ShopifySearch Or(ShopifySearch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        // AND binds tighter than OR, so a choice is always kept together.
        return IsEmpty || other.IsEmpty ? Everything : new($"(({_text}) OR ({other._text}))") { HasWords = HasWords || other.HasWords };
    }

    /// <summary>The opposite.</summary>
    /// <returns>A condition that holds when this one does not.</returns>
    /// <exception cref="InvalidOperationException">This is <see cref="Everything"/>, and the search language has no word for nothing.</exception>
    public ShopifySearch Not() =>
        IsEmpty ? throw new InvalidOperationException("The search language cannot exclude everything.") : new($"NOT ({_text})");

    /// <summary>The condition in Shopify's search language; empty for <see cref="Everything"/>.</summary>
    /// <returns>The text for a <c>query:</c> argument, to be passed as a variable.</returns>
    public override string ToString() => _text;

    private static ShopifySearch Compare(string name, string comparator, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (!IsFieldName(name))
            throw new ArgumentException("A search field is made of lower-case letters, digits, '_', '-' and '.'.", nameof(name));
        return new($"{name}:{comparator}{(IsPlain(value) ? value : SearchText.Quote(SearchText.Clean(value, int.MaxValue)))}");
    }

    private static bool IsFieldName(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0])
        && name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-' or '.');

    private static bool IsPlain(string value) =>
        value.Length > 0 && (char.IsAsciiLetterOrDigit(value[0]) || value[0] == '_')
        && value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
}
