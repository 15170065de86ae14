namespace ShopBot.Shopify.Webhooks;

/// <summary>A number of the shop as WhatsApp may write it.</summary>
internal static class PhoneForm
{
    /// <summary>The digits, and the other form that WhatsApp has in Mexico (521), Argentina (549) and Brazil (the ninth digit). Empty when it is no international number.</summary>
    public static IEnumerable<string> Of(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        if (digits.Length is < 7 or > 15 || !phone.TrimStart().StartsWith('+'))
            return [];
        return digits switch
        {
            ['5', '2', '1', ..] when digits.Length == 13 => [digits, "52" + digits[3..]],
            ['5', '2', ..] when digits.Length == 12 => [digits, "521" + digits[2..]],
            ['5', '4', '9', ..] when digits.Length == 13 => [digits, "54" + digits[3..]],
            ['5', '4', ..] when digits.Length == 12 => [digits, "549" + digits[2..]],
            ['5', '5', _, _, '9', ..] when digits.Length == 13 => [digits, digits[..4] + digits[5..]],
            ['5', '5', ..] when digits.Length == 12 => [digits, $"{digits[..4]}9{digits[4..]}"],
            _ => [digits],
        };
    }
}
