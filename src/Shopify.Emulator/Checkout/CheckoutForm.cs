using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Carts;
using Shopify.Emulator.Orders;

namespace Shopify.Emulator.Checkout;

/// <summary>The fields of the checkout form. They come filled in with an invented buyer, so that a demo needs one click.</summary>
internal sealed record CheckoutForm(
    string Email, string Phone, string FirstName, string LastName, string Address, string Zip, string City, string Country)
{
    public static CheckoutForm Prefilled(EmulatedShop shop, Cart cart) => new(
        cart.Buyer.Email ?? "frida.brandt@example.com", cart.Buyer.Phone ?? "", "Frida", "Brandt", "Lindenweg 12", "10115", "Berlin",
        cart.Buyer.CountryCode is { } country && shop.Catalog.ShipsToCountries.Contains(country) ? country : shop.Catalog.CountryCode);

    public static CheckoutForm Read(IFormCollection form)
    {
        return new(Field("email"), Field("phone"), Field("first_name"), Field("last_name"), Field("address"), Field("zip"), Field("city"), Field("country"));

        string Field(string name) => form[name].ToString().Trim();
    }

    /// <summary>What the buyer has to put right; null when the form is complete.</summary>
    public string? Problem(EmulatedShop shop) =>
        Email.Length == 0 && Phone.Length == 0 ? "Enter an email or a phone number."
        : Email.Length > 0 && (Email.Count(static c => c == '@') != 1 || Email.StartsWith('@') || Email.EndsWith('@')) ? "Enter a valid email."
        : LastName.Length == 0 ? "Enter a last name."
        : Address.Length == 0 ? "Enter an address."
        : Zip.Length == 0 || City.Length == 0 ? "Enter a postal code and a city."
        : !shop.Catalog.ShipsToCountries.Contains(Country) ? "Choose a country that the shop ships to."
        : null;

    public OrderContact ToContact() => new()
    {
        Email = Email.Length == 0 ? null : Email,
        Phone = Phone.Length == 0 ? null : Phone,
        FirstName = FirstName,
        LastName = LastName,
        Address = Address,
        Zip = Zip,
        City = City,
        CountryCode = Country,
    };

    public override string ToString() => nameof(CheckoutForm);
}
