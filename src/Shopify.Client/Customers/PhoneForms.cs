namespace Shopify.Client;

/// <summary>
/// The forms in which one phone number may be stored. WhatsApp keeps digits that Mexico and Argentina have dropped or use only for
/// calls to mobiles, and leaves out the ninth digit of some Brazilian ones; Shopify stores what the buyer or the merchant typed.
/// </summary>
internal static class PhoneForms
{
    public static IEnumerable<string> Of(string phone, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(phone, parameterName);
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        if (digits.Length is < 7 or > 15)
            throw new ArgumentException("Not a phone number in international form.", parameterName);
        yield return "+" + digits;
        if (Other(digits) is { } other)
            yield return "+" + other;
    }

    private static string? Other(string digits) => digits switch
    {
        ['5', '2', '1', ..] when digits.Length == 13 => "52" + digits[3..],
        ['5', '2', ..] when digits.Length == 12 => "521" + digits[2..],
        ['5', '4', '9', ..] when digits.Length == 13 => "54" + digits[3..],
        ['5', '4', ..] when digits.Length == 12 => "549" + digits[2..],
        ['5', '5', _, _, '9', ..] when digits.Length == 13 => digits[..4] + digits[5..],
        ['5', '5', ..] when digits.Length == 12 => digits[..4] + "9" + digits[4..],
        _ => null,
    };
}
