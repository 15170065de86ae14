namespace WhatsApp.Emulator;

/// <summary>Countries where one phone has two spellings: Argentina and Mexico with and without a digit, Brazil with and without the ninth.</summary>
internal static class PhoneForms
{
    public static string? Other(string digits) => digits switch
    {
        ['5', '4', '9', ..] when digits.Length == 13 => "54" + digits[3..],
        ['5', '4', ..] when digits.Length == 12 => "549" + digits[2..],
        ['5', '2', '1', ..] when digits.Length == 13 => "52" + digits[3..],
        ['5', '2', ..] when digits.Length == 12 => "521" + digits[2..],
        ['5', '5', _, _, '9', ..] when digits.Length == 13 => digits[..4] + digits[5..],
        ['5', '5', ..] when digits.Length == 12 => $"{digits[..4]}9{digits[4..]}",
        _ => null,
    };
}
