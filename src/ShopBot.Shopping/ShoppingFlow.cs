using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Cart;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Localization;
using ShopBot.Shopping.Orders;
using WhatsApp.Client;

namespace ShopBot.Shopping;

/// <summary>
/// The default shop: greeting, browse or search, product with picture and price, cart, checkout link, thank-you.
/// Every button works at any time; prices and stock are looked up again before money is spoken of.
/// </summary>
/// <param name="catalog">What the shop sells.</param>
/// <param name="checkout">Where to pay.</param>
/// <param name="orders">What became of orders; null when the shop cannot tell, then the words for it are looked up in the catalogue as any others.</param>
public sealed partial class ShoppingFlow(IShopCatalog catalog, IShopCheckout checkout, IShopOrders? orders = null)
    : Flow<ShoppingState>("shop", version: 1, ShoppingJson.Default)
{
    /// <inheritdoc />
    protected override void Map(FlowMap<ShoppingState> on)
    {
        ArgumentNullException.ThrowIfNull(on);
        on.Start(Unless(Greet));
        on.Says("hi, hello, hey, hallo, hola, menu, start, help", Unless(Greet));
        on.Says("shop, browse, catalog, catalogue, products, collections", Unless(turn => ShowCollections(turn, new OpenShop())));
        on.Says("cart, basket, my cart", Unless(turn => ShowCart(turn, new OpenCart())));
        on.Says("checkout, check out, pay", Unless(turn => CheckOut(turn, new StartCheckout())));
        on.Tap<OpenShop>(ShowCollections);
        on.Tap<OpenCollection>((turn, tap) => ShowProducts(turn, new ProductListing(CollectionId: tap.Id)));
        on.Tap<ShowMore>(ShowNextPage);
        on.Tap<OpenProduct>(ShowProduct);
        on.Tap<ChooseVariant>(ShowVariants);
        on.Tap<OpenVariant>(ShowVariant);
        on.Tap<AddToCart>(Add);
        on.Tap<OpenCart>(ShowCart);
        on.Tap<EditCart>(ShowRemovable);
        on.Tap<RemoveLine>(Remove);
        on.Tap<ClearCart>(Clear);
        on.Tap<StartCheckout>(CheckOut);
        on.Event<OrderPaid>(OrderPaid.Kind, Thank);
        on.Event<OrderShipped>(OrderShipped.Kind, TellOfParcel);
        on.Keep<ShoppingCart>("cart", (state, cart) => cart.Lines is null ? state : state with { Cart = cart });
        on.Keep<IReadOnlyList<string>>("orderIds", (state, orders) => state with { OrderIds = orders });
        if (orders is not null)
            on.Says("my orders, order status, my order, where is my order, track, tracking", Unless(ShowOrders));
        on.Message("reaction", _ => Task.CompletedTask);
        on.Message("system", _ => Task.CompletedTask);
        on.Text((turn, text) => Unless(asked => Search(asked, text))(turn));
        on.Stale(turn => Menu(turn, TextsOf(turn).Stale));
        on.Otherwise(turn => Menu(turn, TextsOf(turn).NotUnderstood));
    }

    private static Task Greet(Turn<ShoppingState> turn)
    {
        var texts = TextsOf(turn);
        var welcome = string.IsNullOrWhiteSpace(turn.Store.WelcomeMessage) ? texts.Welcome(turn.Store.Name) : turn.Store.WelcomeMessage;
        var pieces = turn.State.Cart.Pieces();
        return Menu(turn, pieces == 0 ? welcome : $"{welcome}\n\n{texts.WelcomeBack(pieces)}", withCart: true);
    }

    /// <summary>A text over the buttons that lead everywhere.</summary>
    private static Task Menu(Turn<ShoppingState> turn, string text, bool withCart = false)
    {
        var texts = TextsOf(turn);
        List<ReplyButton> buttons = [turn.Button(texts.ButtonBrowse, new OpenShop())];
        var hasLines = turn.State.Cart.Lines.Count > 0;
        if (hasLines || withCart)
            buttons.Add(turn.Button(texts.ButtonCart, new OpenCart()));
        if (hasLines)
            buttons.Add(turn.Button(texts.ButtonCheckout, new StartCheckout()));

        turn.Reply(new ReplyButtonsMessage(FittedText.Cut(text, FittedText.Body), buttons));
        return Task.CompletedTask;
    }

    private Task Search(Turn<ShoppingState> turn, string text) => ShowProducts(turn, new ProductListing(Text: text));

    private static Task Thank(Turn<ShoppingState> turn, OrderPaid order)
    {
        Put(turn, turn.State.Cart.Remove([.. order.VariantIds]));
        Remember(turn, order.OrderId);
        turn.Raise(OrderPaid.Kind, order, ShoppingJson.Default.OrderPaid);
        turn.Reply(new ReplyButtonsMessage(
            TextsOf(turn).ThankYou(order.OrderName), [turn.Button(TextsOf(turn).ButtonKeepShopping, new OpenShop())]));
        return Task.CompletedTask;
    }

    private static void Put(Turn<ShoppingState> turn, ShoppingCart cart, ProductNamed? added = null)
    {
        turn.State = turn.State with { Cart = cart };
        turn.Raise(CartChanged.Kind, new CartChanged(cart.Lines.Count, cart.Pieces()) { Added = added }, ShoppingJson.Default.CartChanged);
    }

    private static ShoppingTexts TextsOf(Turn<ShoppingState> turn) => ShoppingTexts.For(turn.Locale);
}
