using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Checkout;

/// <summary>The fields of the checkout form. They come filled in with an invented buyer, so that a demo needs one click.</summary>
internal sealed record CheckoutForm(
    string Email, string Phone, string FirstName, string LastName, string Address, string Zip, string City, string Country)
{
    /// <summary><c>approve</c> or <c>decline</c>: what the test card does.</summary>
    public string Card { get; init; } = "approve";

    public static CheckoutForm Prefilled(EmulatedShop shop, string? email, string? phone, string? country, OrderContact? known = null) => new(
        email ?? known?.Email ?? "frida.brandt@example.com", phone ?? known?.Phone ?? "", known?.FirstName ?? "Frida", known?.LastName ?? "Brandt",
        known?.Address ?? "Lindenweg 12", known?.Zip ?? "10115", known?.City ?? "Berlin",
        (known?.CountryCode ?? country) is { } wanted && PriceContext.Sells(shop.Catalog, wanted) ? wanted : shop.Catalog.CountryCode);

    public static CheckoutForm Read(IFormCollection form)
    {
        return new(Field("email"), Field("phone"), Field("first_name"), Field("last_name"), Field("address"), Field("zip"), Field("city"), Field("country"))
        {
            Card = Field("card") == "decline" ? "decline" : "approve",
        };

        string Field(string name) => form[name].ToString().Trim();
    }

    /// <summary>What the buyer has to put right, and in which field; null when the form is complete.</summary>
    public (string Field, string Text)? Problem(EmulatedShop shop) =>
        ContactProblem()
        ?? (LastName.Length == 0 ? ("last_name", "Enter a last name.")
        : Address.Length == 0 ? ("address", "Enter an address.")
        : Zip.Length == 0 ? ("zip", "Enter a postal code and a city.")
        : City.Length == 0 ? ("city", "Enter a postal code and a city.")
        : !PriceContext.Sells(shop.Catalog, Country) ? ("country", "Choose a country that the shop ships to.")
        : null);

    /// <summary>What is wrong with the contact data alone, which is all that an abandoned checkout needs.</summary>
    public (string Field, string Text)? ContactProblem() =>
        Email.Length == 0 && Phone.Length == 0 ? ("email", "Enter an email or a phone number.")
        : Email.Length > 0 && (Email.Count(static c => c == '@') != 1 || Email.StartsWith('@') || Email.EndsWith('@')) ? ("email", "Enter a valid email.")
        : Phone.Length > 0 && !Graph.Phones.IsE164(Phone.Replace(" ", "", StringComparison.Ordinal)) ? ("phone", "Enter the phone number with its country code, such as +4930123456.")
        : null;

    public OrderContact ToContact() => new()
    {
        Email = Email.Length == 0 ? null : Email,
        Phone = Phone.Length == 0 ? null : Phone.Replace(" ", "", StringComparison.Ordinal),
        FirstName = FirstName,
        LastName = LastName,
        Address = Address,
        Zip = Zip,
        City = City,
        CountryCode = Country.Length == 2 ? Country : "DE",
    };

    public override string ToString() => nameof(CheckoutForm);
}
