namespace ShopBot.Shopping;

/// <summary>Greets, with the cart if there is one.</summary>
public sealed record Greet;

/// <summary>Shows all that can be done.</summary>
public sealed record OpenMenu;

/// <summary>Comes through one of the shop's ways into the chat.</summary>
/// <param name="Source">Which way.</param>
/// <param name="ProductId">The product it was about; null for none.</param>
public sealed record Enter(string Source, string? ProductId);

/// <summary>Comes through an advertisement or a product of the platform's catalogue, as the message of the turn says.</summary>
public sealed record EnterByMessage;

/// <summary>Shows the collections.</summary>
public sealed record OpenShop;

/// <summary>Shows all products.</summary>
public sealed record OpenAll;

/// <summary>Shows the products of a collection.</summary>
/// <param name="Id">The collection.</param>
public sealed record OpenCollection(string Id);

/// <summary>Shows what words find.</summary>
/// <param name="Text">The words.</param>
public sealed record SearchFor(string Text);

/// <summary>Shows the next page of the list shown last.</summary>
/// <param name="List">The list's number.</param>
public sealed record ShowMore(int List);

/// <summary>Shows a product.</summary>
/// <param name="Id">The product.</param>
public sealed record OpenProduct(string Id);

/// <summary>Shows what goes with a product.</summary>
/// <param name="Id">The product.</param>
public sealed record ShowSimilar(string Id);

/// <summary>Begins to choose among the variants of a product; on buttons of older messages.</summary>
/// <param name="Id">The product.</param>
/// <param name="Page">From 0.</param>
public sealed record ChooseVariant(string Id, int Page);

/// <summary>Asks for the next option of a product.</summary>
/// <param name="Id">The product.</param>
/// <param name="Picked">Where the values chosen so far stand among their option's.</param>
/// <param name="Page">Of the values, from 0.</param>
public sealed record ChooseOptions(string Id, IReadOnlyList<int> Picked, int Page);

/// <summary>Shows one variant with its price.</summary>
/// <param name="Product">The product.</param>
/// <param name="Id">The variant.</param>
public sealed record OpenVariant(string Product, string Id);

/// <summary>Asks how many of a variant.</summary>
/// <param name="Product">The product.</param>
/// <param name="Id">The variant.</param>
public sealed record AskQuantity(string Product, string Id);

/// <summary>Puts pieces into the cart.</summary>
/// <param name="Id">The variant.</param>
/// <param name="Quantity">How many.</param>
public sealed record AddToCart(string Id, int Quantity = 1);

/// <summary>Asks to be told when a variant is back.</summary>
/// <param name="Product">The product.</param>
/// <param name="Id">The variant.</param>
public sealed record WatchStock(string Product, string Id);

/// <summary>Shows the cart.</summary>
public sealed record OpenCart;

/// <summary>Shows what can be changed in the cart.</summary>
public sealed record EditCart;

/// <summary>Shows a page of what can be changed in the cart.</summary>
/// <param name="Page">From 0.</param>
public sealed record EditLines(int Page);

/// <summary>Asks how many of a line.</summary>
/// <param name="Id">The variant.</param>
public sealed record EditLine(string Id);

/// <summary>Sets how many of a variant are in the cart.</summary>
/// <param name="Id">The variant.</param>
/// <param name="Quantity">How many.</param>
public sealed record SetQuantity(string Id, int Quantity);

/// <summary>Takes a variant out of the cart.</summary>
/// <param name="Id">The variant.</param>
public sealed record RemoveLine(string Id);

/// <summary>Takes everything out of the cart.</summary>
public sealed record ClearCart;

/// <summary>Asks for a discount code.</summary>
public sealed record EnterDiscount;

/// <summary>Applies a discount code.</summary>
/// <param name="Code">The code.</param>
public sealed record UseDiscount(string Code);

/// <summary>Asks for the link to pay.</summary>
public sealed record StartCheckout;

/// <summary>Shows the customer's orders.</summary>
public sealed record OpenOrders;

/// <summary>Shows one order.</summary>
/// <param name="Name">The number the customer sees.</param>
public sealed record OpenOrder(string Name);

/// <summary>Puts an order into the cart again.</summary>
/// <param name="Id">The order's id; empty for the newest.</param>
public sealed record Reorder(string Id);

/// <summary>Shows the languages.</summary>
public sealed record OpenLanguages;

/// <summary>Chooses a language.</summary>
/// <param name="Code">Such as <c>pt-BR</c>.</param>
public sealed record ChooseLanguage(string Code);

/// <summary>Shows the countries that the shop sells to.</summary>
/// <param name="Page">From 0.</param>
public sealed record OpenCountries(int Page);

/// <summary>Chooses the country whose prices are shown.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, such as <c>CH</c>.</param>
public sealed record ChooseCountry(string Code);

/// <summary>Asks whether the business may begin messages.</summary>
public sealed record OpenConsent;

/// <summary>Says whether the business may begin messages.</summary>
/// <param name="Given">Whether it may.</param>
/// <param name="Source">Where it was asked: <c>cart</c> or <c>menu</c>.</param>
public sealed record GiveConsent(bool Given, string Source);

/// <summary>Asks for a person of the store.</summary>
public sealed record TalkToPerson;

/// <summary>Confirms an order to be paid on delivery.</summary>
/// <param name="Id">The order's id.</param>
public sealed record ConfirmOrder(string Id);

/// <summary>Calls off an order to be paid on delivery.</summary>
/// <param name="Id">The order's id.</param>
public sealed record CancelOrder(string Id);
