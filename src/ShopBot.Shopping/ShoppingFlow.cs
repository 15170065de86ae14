using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Advice;
using ShopBot.Shopping.Browse;
using ShopBot.Shopping.Cart;
using ShopBot.Shopping.CashOnDelivery;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using ShopBot.Shopping.Consent;
using ShopBot.Shopping.Countries;
using ShopBot.Shopping.Entry;
using ShopBot.Shopping.Greeting;
using ShopBot.Shopping.HandOff;
using ShopBot.Shopping.Languages;
using ShopBot.Shopping.Localization;
using ShopBot.Shopping.Orders;
using ShopBot.Shopping.OtherMessages;
using ShopBot.Shopping.Product;
using ShopBot.Shopping.Reminders;
using ShopBot.Shopping.Settings;
using ShopBot.Shopping.Understanding;

namespace ShopBot.Shopping;

/// <summary>
/// The default shop: greeting, browse or search, product with picture and price, cart, checkout link, orders, reminders. Every button works at any time, and whatever it offers can be
/// written as well; prices and stock are looked up again before money is spoken of. It is made of features (<see cref="IShopFeature"/>), each of which can be replaced.
/// </summary>
public sealed class ShoppingFlow : Flow<ShoppingState>
{

    private readonly ShopDesk _desk;
    private readonly IReadOnlyList<IShopFeature> _features;

    /// <summary>Opens the shop.</summary>
    /// <param name="catalog">What the shop sells.</param>
    /// <param name="checkout">Where to pay.</param>
    /// <param name="orders">What became of orders; null when the shop cannot tell.</param>
    /// <param name="settings">What the owner decided; null for the defaults.</param>
    /// <param name="advice">What goes with a product; null when nobody knows.</param>
    /// <param name="features">Features that take the place of the shop's own or stand beside them; null for none.</param>
    public ShoppingFlow(
        IShopCatalog catalog, IShopCheckout checkout, IShopOrders? orders = null, IShopSettings? settings = null, IShopAdvice? advice = null, IEnumerable<IShopFeature>? features = null)
        : base("shop", version: 1, ShoppingJson.Default)
    {
        _desk = new ShopDesk(catalog, checkout, orders, settings, advice);
        _features =
        [
            new GreetingFeature(_desk), new BrowseFeature(_desk), new ProductFeature(_desk), new AdviceFeature(_desk), new CartFeature(_desk), new NativeOrderFeature(_desk), new CheckoutFeature(_desk),
            new OrderFeature(_desk), new LanguageFeature(_desk), new CountryFeature(_desk), new ConsentFeature(_desk), new ReminderFeature(_desk), new StockFeature(_desk), new HandOffFeature(_desk),
            new CashOnDeliveryFeature(_desk), new EntryFeature(_desk), new OtherMessageFeature(_desk), .. features ?? [],
        ];
    }

    /// <inheritdoc />
    protected override void Map(FlowMap<ShoppingState> on)
    {
        ArgumentNullException.ThrowIfNull(on);
        var visits = new Visits(_desk);
        var shop = new ShopMap(visits.AroundAsync);
        foreach (var feature in _features)
            feature.Map(shop);
        shop.ApplyTo(on);

        var listener = new Listener(_desk, shop);
        shop.Listener = listener;
        on.Text((turn, text) => visits.AroundAsync(turn, () => listener.HearAsync(turn, text)));
        on.Message<WhatsApp.Client.Webhooks.EditReceived>((turn, edit) => edit.Text is { Length: > 0 } text ? visits.AroundAsync(turn, () => listener.HearAsync(turn, text)) : Task.CompletedTask);
        on.Stale(turn => visits.AroundAsync(turn, () => GreetingFeature.Menu(turn, ShoppingTexts.For(turn.Context).Stale)));
        on.Otherwise(turn => visits.AroundAsync(turn, () => GreetingFeature.Menu(turn, ShoppingTexts.For(turn.Context).NotUnderstood)));
        on.Restarted(turn => turn.Says(ShoppingTexts.For(turn.Context).Restarted));
        on.Keep<ShoppingCart>("cart", (state, cart) => cart.Lines is null ? state : state with { Cart = cart });
        on.Keep<IReadOnlyList<string>>("orderIds", (state, orders) => state with { OrderIds = orders });
        on.Keep<MarketingConsent>("consent", (state, consent) => state with { Consent = consent });
        on.Merge(StateMerge.Of);
    }
}
