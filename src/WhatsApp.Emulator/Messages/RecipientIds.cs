using System.Text.RegularExpressions;

namespace WhatsApp.Emulator;

/// <summary>The two kinds of address a person has.</summary>
internal static partial class RecipientIds
{
    public static bool IsUserId(string text) => UserId().IsMatch(text);

    public static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    /// <summary>The canonical digits of a phone number as callers write it, or null if it cannot be one.</summary>
    public static string? PhoneDigits(string text)
    {
        var digits = DigitsOf(text);
        return digits.Length is >= 7 and <= 15 && Phone().IsMatch(text) ? digits : null;
    }

    [GeneratedRegex(@"^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$")]
    private static partial Regex UserId();

    [GeneratedRegex(@"^\+?[\d\s().-]+$")]
    private static partial Regex Phone();
}
