using System.Text.RegularExpressions;

namespace ShopBot.Shopping.Entry;

/// <summary>
/// What a link, a code or a button of the shop puts at the end of the message it prefills, so that the chat knows where a customer comes from and which product is
/// meant: <c>(ref: product-8123456789)</c>. Customers may write anything there, so it only opens what everybody may see.
/// </summary>
/// <param name="Source">Which way in: 1 to 16 letters a-z.</param>
/// <param name="ProductId">The product's id; null for none.</param>
public sealed partial record EntryReference(string Source, string? ProductId)
{
    private const string ProductPrefix = "gid://shopify/Product/";

    /// <summary>Finds the reference at the end of a message; null when it has none.</summary>
    /// <param name="text">The message.</param>
    public static EntryReference? Find(string? text)
    {
        if (text is null || Pattern().Match(text) is not { Success: true } match)
            return null;
        return new EntryReference(match.Groups[1].Value.ToLowerInvariant(), match.Groups[2] is { Success: true, Value: var number } ? ProductPrefix + number : null);
    }

    /// <summary>The reference as it stands in a message.</summary>
    public override string ToString() =>
        ProductId is { } id ? $"(ref: {Source}-{(id.StartsWith(ProductPrefix, StringComparison.Ordinal) ? id[ProductPrefix.Length..] : id)})" : $"(ref: {Source})";

    [GeneratedRegex(@"\(ref: ?([a-z]{1,16})(?:-([0-9]{1,20}))?\)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pattern();
}
