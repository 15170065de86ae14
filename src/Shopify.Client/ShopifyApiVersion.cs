using System.Globalization;

namespace Shopify.Client;

/// <summary>A version of Shopify's APIs: the quarter it became stable in, or <c>unstable</c>. Later versions compare as greater.</summary>
/// <seealso href="https://shopify.dev/docs/api/usage/versioning"/>
public readonly record struct ShopifyApiVersion : IComparable<ShopifyApiVersion>
{
    private readonly DateOnly? _since;

    private ShopifyApiVersion(DateOnly? since) => _since = since;

    /// <summary>The one that changes every day; greater than all others.</summary>
    public static ShopifyApiVersion Unstable { get; } = new(DateOnly.MaxValue);

    /// <summary>The first day without support, one year after it became stable; null for <see cref="Unstable"/>.</summary>
    public DateOnly? SupportedUntil => _since is { } since && since != DateOnly.MaxValue ? since.AddYears(1) : null;

    /// <summary>Reads a version.</summary>
    /// <param name="text">Such as <c>2026-10</c>: month 01, 04, 07 or 10; or <c>unstable</c>.</param>
    /// <returns>The version.</returns>
    /// <exception cref="FormatException">The text is no version.</exception>
    public static ShopifyApiVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException("An API version looks like 2026-10, with month 01, 04, 07 or 10, or is 'unstable'.");

    /// <summary>Reads a version.</summary>
    /// <param name="text">Such as <c>2026-10</c>; null is no version.</param>
    /// <param name="version">The version.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, out ShopifyApiVersion version)
    {
        if (text == "unstable")
        {
            version = Unstable;
            return true;
        }

        var isQuarter = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since) && since.Month % 3 == 1;
        version = isQuarter ? new(since) : default;
        return isQuarter;
    }

    /// <inheritdoc/>
    public int CompareTo(ShopifyApiVersion other) => Nullable.Compare(_since, other._since);

    /// <summary>Whether one is earlier than another.</summary>
    public static bool operator <(ShopifyApiVersion left, ShopifyApiVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is later than another.</summary>
    public static bool operator >(ShopifyApiVersion left, ShopifyApiVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not later than another.</summary>
    public static bool operator <=(ShopifyApiVersion left, ShopifyApiVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not earlier than another.</summary>
    public static bool operator >=(ShopifyApiVersion left, ShopifyApiVersion right) => left.CompareTo(right) >= 0;

    /// <summary>As it stands in an address.</summary>
    /// <returns>Such as <c>2026-10</c>; empty for the default value.</returns>
    public override string ToString() => _since switch
    {
        null => string.Empty,
        { } since when since == DateOnly.MaxValue => "unstable",
        { } since => since.ToString("yyyy-MM", CultureInfo.InvariantCulture),
    };
}
