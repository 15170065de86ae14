using System.Globalization;

namespace Shopify.Client.Webhooks;

/// <summary>Times as Shopify writes them: ISO 8601 with the shop's offset, sometimes with nanoseconds.</summary>
internal static class ShopifyTime
{
    private const int DigitsOfATick = 7;

    /// <returns>Null when there is none, or it is not a time.</returns>
    public static DateTimeOffset? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot >= 0)
        {
            var end = dot + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            if (end - dot - 1 > DigitsOfATick)
                text = string.Concat(text.AsSpan(0, dot + 1 + DigitsOfATick), text.AsSpan(end));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
