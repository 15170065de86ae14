using System.Text.RegularExpressions;

namespace ShopBot.Shopify.Catalog;

/// <summary>What Meta's catalogue calls a variant, when Shopify filled it.</summary>
internal static partial class RetailerId
{
    private const string Prefix = "gid://shopify/ProductVariant/";

    /// <summary>The variant of <c>shopify_US_812_9001</c>, <c>9001</c> or a GID; null for anything else.</summary>
    public static string? ToVariant(string retailerId) => Pattern().Match(retailerId) is { Success: true } match ? Prefix + match.Groups[1].Value : null;

    [GeneratedRegex(@"^(?:shopify_[A-Za-z0-9\-]{1,8}_[0-9]{1,20}_|gid://shopify/ProductVariant/)?([0-9]{1,20})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pattern();
}
