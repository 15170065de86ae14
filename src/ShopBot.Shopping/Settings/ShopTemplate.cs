using System.Text.Json.Serialization;

namespace ShopBot.Shopping.Settings;

/// <summary>
/// An approved template of the store's WhatsApp account that takes a text's place when the customer service window is closed. Its body has one variable, which gets the text's subject:
/// the cart's pieces, the order's number or the product's name.
/// </summary>
/// <param name="Purpose">What it stands for.</param>
/// <param name="Name">The template's name.</param>
/// <param name="Language">The template's language, such as <c>pt_BR</c>; of several the customer's is taken, else the first.</param>
public sealed record ShopTemplate(TemplatePurpose Purpose, string Name, string Language);

/// <summary>What a template stands for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TemplatePurpose>))]
public enum TemplatePurpose
{
    /// <summary>A cart that waits; marketing.</summary>
    CartReminder,

    /// <summary>A checkout that waits; marketing.</summary>
    CheckoutReminder,

    /// <summary>A product that is back; marketing.</summary>
    BackInStock,

    /// <summary>An order was paid; utility.</summary>
    OrderPaid,

    /// <summary>An order is on its way; utility.</summary>
    OrderShipped,

    /// <summary>An order to be paid on delivery is to be confirmed; utility, with two quick replies: confirm, cancel.</summary>
    CashOnDelivery,
}
