using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using ShopBot.Engine.Conversations;

namespace ShopBot.Shopping.Localization;

/// <summary>
/// The bot's words in one language. They live in <c>Localization/ShoppingTexts.resx</c>; a language is added by a file
/// <c>ShoppingTexts.{language}.resx</c> beside it.
/// </summary>
internal sealed class ShoppingTexts(CultureInfo culture)
{
    private static readonly ResourceManager Resources = new("ShopBot.Shopping.Localization.ShoppingTexts", typeof(ShoppingTexts).Assembly);

    public CultureInfo Culture { get; } = culture;

    public string ButtonBrowse => Get();

    public string ButtonCart => Get();

    public string ButtonCheckout => Get();

    public string ButtonAdd => Get();

    public string ButtonChoose => Get();

    public string ButtonChange => Get();

    public string ButtonKeepShopping => Get();

    public string ListCollections => Get();

    public string ListProducts => Get();

    public string ListVariants => Get();

    public string ListCart => Get();

    public string RowMore => Get();

    public string RowMoreHint => Get();

    public string RowClear => Get();

    public string RowClearHint => Get();

    public string AskCollection => Get();

    public string AskProduct => Get();

    public string AskVariant => Get();

    public string AskRemove => Get();

    public string SoldOut => Get();

    public string NothingFound => Get();

    public string ShopEmpty => Get();

    public string ProductGone => Get();

    public string CartEmpty => Get();

    public string CartTitle => Get();

    public string CartCleared => Get();

    public string CheckoutBody => Get();

    public string CheckoutFailed => Get();

    public string NoOrders => Get();

    public string OrderOther => Get();

    public string OrderOpen => Get();

    public string OrderUnpaid => Get();

    public string OrderPartlySent => Get();

    public string OrderSent => Get();

    public string OrderDelivered => Get();

    public string OrderCancelled => Get();

    public string Stale => Get();

    public string NotUnderstood => Get();

    public static ShoppingTexts For(string locale) => new(TextCulture.Of(locale));

    public string Welcome(string shop) => With(nameof(Welcome), shop);

    public string WelcomeBack(int pieces) => With(nameof(WelcomeBack), pieces);

    public string From(string price) => With(nameof(From), price);

    public string Sale(string price, string before) => With(nameof(Sale), price, before);

    public string Found(string text) => With(nameof(Found), text);

    public string Added(string title, int pieces, string total) => With(nameof(Added), title, pieces, total);

    public string Removed(string title) => With(nameof(Removed), title);

    public string CartLine(int quantity, string title, string total) => With(nameof(CartLine), quantity, title, total);

    public string Total(string total) => With(nameof(Total), total);

    public string ChangedGone(string title) => With(nameof(ChangedGone), title);

    public string ChangedFewer(string title, int left) => With(nameof(ChangedFewer), title, left);

    public string ChangedPrice(string title, string price) => With(nameof(ChangedPrice), title, price);

    public string ThankYou(string order) => With(nameof(ThankYou), order);

    public string OrderLine(string order, string state) => With(nameof(OrderLine), order, state);

    public string ParcelSent(string order) => With(nameof(ParcelSent), order);

    public string ParcelOutForDelivery(string order) => With(nameof(ParcelOutForDelivery), order);

    public string ParcelDelivered(string order) => With(nameof(ParcelDelivered), order);

    public string ParcelDeliveryAttempted(string order) => With(nameof(ParcelDeliveryAttempted), order);

    public string ParcelReadyForPickup(string order) => With(nameof(ParcelReadyForPickup), order);

    private string Get([CallerMemberName] string name = "") =>
        Resources.GetString(name, Culture) ?? throw new InvalidOperationException($"The text '{name}' is missing.");

    private string With(string name, params ReadOnlySpan<object?> arguments) => string.Format(Culture, Get(name), arguments);
}
