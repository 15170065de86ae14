using System.Globalization;
using System.Text;

namespace Shopify.Emulator.Catalog;

/// <summary>Names in addresses, made from titles as Shopify makes them.</summary>
internal static class Handles
{
    public static string Of(string title)
    {
        var handle = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) handle.Append(char.ToLowerInvariant(c));
            else if (handle.Length > 0 && handle[^1] != '-') handle.Append('-');
        }

        return handle.ToString().TrimEnd('-') is { Length: > 0 } made ? made : "untitled";
    }
}
