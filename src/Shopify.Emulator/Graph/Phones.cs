namespace Shopify.Emulator.Graph;

/// <summary>Telephone numbers.</summary>
internal static class Phones
{
    /// <summary>Whether a number is written as Shopify keeps it: a plus and 7 to 15 digits.</summary>
    public static bool IsE164(string phone) => phone.Length is >= 8 and <= 16 && phone[0] == '+' && phone.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
