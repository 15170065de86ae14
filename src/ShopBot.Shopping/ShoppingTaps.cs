using System.Text.Json.Serialization;
using ShopBot.Shopping.Orders;

namespace ShopBot.Shopping;

/// <summary>Shows the collections.</summary>
public sealed record OpenShop;

/// <summary>Shows the products of a collection.</summary>
/// <param name="Id">The collection.</param>
public sealed record OpenCollection(string Id);

/// <summary>Shows the next page of the list shown last.</summary>
/// <param name="List">The list's number.</param>
public sealed record ShowMore(int List);

/// <summary>Shows a product.</summary>
/// <param name="Id">The product.</param>
public sealed record OpenProduct(string Id);

/// <summary>Shows the variants of a product.</summary>
/// <param name="Id">The product.</param>
/// <param name="Page">From 0.</param>
public sealed record ChooseVariant(string Id, int Page);

/// <summary>Shows one variant with its price.</summary>
/// <param name="Product">The product.</param>
/// <param name="Id">The variant.</param>
public sealed record OpenVariant(string Product, string Id);

/// <summary>Puts one piece into the cart.</summary>
/// <param name="Id">The variant.</param>
public sealed record AddToCart(string Id);

/// <summary>Shows the cart.</summary>
public sealed record OpenCart;

/// <summary>Shows what can be taken out of the cart.</summary>
public sealed record EditCart;

/// <summary>Takes a variant out of the cart.</summary>
/// <param name="Id">The variant.</param>
public sealed record RemoveLine(string Id);

/// <summary>Takes everything out of the cart.</summary>
public sealed record ClearCart;

/// <summary>Asks for the link to pay.</summary>
public sealed record StartCheckout;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShoppingState))]
[JsonSerializable(typeof(Cart.ShoppingCart))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(OpenShop))]
[JsonSerializable(typeof(OpenCollection))]
[JsonSerializable(typeof(ShowMore))]
[JsonSerializable(typeof(OpenProduct))]
[JsonSerializable(typeof(ChooseVariant))]
[JsonSerializable(typeof(OpenVariant))]
[JsonSerializable(typeof(AddToCart))]
[JsonSerializable(typeof(OpenCart))]
[JsonSerializable(typeof(EditCart))]
[JsonSerializable(typeof(RemoveLine))]
[JsonSerializable(typeof(ClearCart))]
[JsonSerializable(typeof(StartCheckout))]
[JsonSerializable(typeof(OrderPaid))]
[JsonSerializable(typeof(OrderShipped))]
[JsonSerializable(typeof(Events.CartChanged))]
[JsonSerializable(typeof(Events.CheckoutCreated))]
[JsonSerializable(typeof(Events.ProductViewed))]
[JsonSerializable(typeof(Events.CustomerEntered))]
internal sealed partial class ShoppingJson : JsonSerializerContext;
