using System.Globalization;
using Shopify.Emulator.Carts;
using Shopify.Emulator.Orders;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>An address as the schema shows it.</summary>
internal sealed record MailingAddressRow(OrderContact Contact, long Id)
{
    public static MailingAddressRow? Of(OrderContact? contact, long id) => contact is { Address.Length: > 0 } ? new(contact, id) : null;
}

/// <summary>Types <c>MailingAddress</c> and <c>Attribute</c>.</summary>
internal static class AddressFields
{
    public static void Add(GraphModel model)
    {
        model.Type<MailingAddressRow>("MailingAddress")
            .Field("id", static a => $"{Gid.Of("MailingAddress", a.Id)}?model_name=Address")
            .Protected("name", static a => a.Contact.Name.Length == 0 ? null : a.Contact.Name)
            .Protected("firstName", static a => a.Contact.FirstName)
            .Protected("lastName", static a => a.Contact.LastName)
            .Protected("address1", static a => a.Contact.Address)
            .Protected("address2", static _ => null)
            .Protected("zip", static a => a.Contact.Zip)
            .Protected("phone", static a => a.Contact.Phone)
            .Field("company", static _ => null)
            .Field("city", static a => a.Contact.City)
            .Field("country", static a => Region(a)?.EnglishName)
            .Field("countryCodeV2", static a => Region(a) is null ? null : a.Contact.CountryCode)
            .Field("province", static _ => null)
            .Field("provinceCode", static _ => null)
            .Protected("formatted", static a => (string[])[a.Contact.Address, $"{a.Contact.Zip} {a.Contact.City}".Trim(), Region(a)?.EnglishName ?? ""]);
        model.Type<CartAttribute>("Attribute").Field("key", static a => a.Key).Field("value", static a => a.Value);
    }

    public static IEnumerable<CartAttribute> Attributes(IEnumerable<KeyValuePair<string, string>> pairs) => pairs.Select(static p => new CartAttribute(p.Key, p.Value));

    private static RegionInfo? Region(MailingAddressRow row) => row.Contact.CountryCode.Length == 2 ? new RegionInfo(row.Contact.CountryCode) : null;
}
