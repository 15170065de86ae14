using PhoneNumbers;

namespace ShopBot.Shopping.Countries;

/// <summary>The country of a phone number, which decides prices and nothing else: no language is guessed from it.</summary>
internal static class PhoneCountry
{
    /// <param name="phone">The digits of an international number, as WhatsApp tells them.</param>
    /// <returns>ISO 3166-1 alpha-2; null where the number belongs to no country, or to several.</returns>
    public static string? Of(string? phone)
    {
        if (string.IsNullOrEmpty(phone))
            return null;
        try
        {
            var numbers = PhoneNumberUtil.GetInstance();
            // "ZZ" is unknown, and numbers of no country have digits in its place.
            return numbers.GetRegionCodeForNumber(numbers.Parse("+" + phone.TrimStart('+'), null)) is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] region && region != "ZZ" ? region : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
