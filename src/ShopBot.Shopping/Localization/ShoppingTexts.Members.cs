namespace ShopBot.Shopping.Localization;

/// <content>The texts, in the order of the resource files.</content>
internal sealed partial class ShoppingTexts
{
    public string ButtonBrowse => Get();

    public string ButtonCart => Get();

    public string ButtonCheckout => Get();

    public string ButtonAdd => Get();

    public string ButtonChoose => Get();

    public string ButtonQuantity => Get();

    public string ButtonChange => Get();

    public string ButtonKeepShopping => Get();

    public string ButtonSimilar => Get();

    public string ButtonNotify => Get();

    public string ButtonRemind => Get();

    public string ButtonYes => Get();

    public string ButtonNo => Get();

    public string ButtonReorder => Get();

    public string ButtonOrders => Get();

    public string ButtonPerson => Get();

    public string ButtonConfirm => Get();

    public string ButtonCancelOrder => Get();

    public string ListCollections => Get();

    public string ListProducts => Get();

    public string ListVariants => Get();

    public string ListCart => Get();

    public string ListQuantity => Get();

    public string ListMenu => Get();

    public string ListLanguages => Get();

    public string ListCountries => Get();

    public string ListOrders => Get();

    public string RowMore => Get();

    public string RowMoreHint => Get();

    public string RowAll => Get();

    public string RowRemove => Get();

    public string RowClear => Get();

    public string RowClearHint => Get();

    public string RowDiscount => Get();

    public string RowDiscountHint => Get();

    public string RowBrowse => Get();

    public string RowCart => Get();

    public string RowOrders => Get();

    public string RowLanguage => Get();

    public string RowCountry => Get();

    public string RowReminders => Get();

    public string RowPerson => Get();

    public string AskMenu => Get();

    public string AskCollection => Get();

    public string AskProduct => Get();

    public string AskVariant => Get();

    public string AskOption(string option) => With(nameof(AskOption), option);

    public string AskQuantity => Get();

    public string AskLine => Get();

    public string AskLineQuantity(string title) => With(nameof(AskLineQuantity), title);

    public string AskDiscount => Get();

    public string AskLanguage => Get();

    public string AskCountry => Get();

    public string CountrySet(string country, string currency) => With(nameof(CountrySet), country, currency);

    public string OneCurrency => Get();

    public string AskOrder => Get();

    public string AskConsent => Get();

    public string Similar => Get();

    public string Welcome(string shop) => With(nameof(Welcome), shop);

    public string WelcomeBack(string pieces) => With(nameof(WelcomeBack), pieces);

    public string Help => Get();

    public string YouAreWelcome => Get();

    public string From(string price) => With(nameof(From), price);

    public string Sale(string price, string before) => With(nameof(Sale), price, before);

    public string UnitPrice(string price, string unit) => With(nameof(UnitPrice), price, unit);

    public string SoldOut => Get();

    public string OnlyLeft(int left) => With(nameof(OnlyLeft), left);

    public string Found(string text) => With(nameof(Found), text);

    public string NothingFound(string text) => With(nameof(NothingFound), text);

    public string ShopEmpty => Get();

    public string ProductGone => Get();

    public string NotifySaved(string title) => With(nameof(NotifySaved), title);

    public string BackInStock(string title) => With(nameof(BackInStock), title);

    public string CartEmpty => Get();

    public string CartTitle => Get();

    public string CartCleared => Get();

    public string CartLine(int quantity, string title, string total) => With(nameof(CartLine), quantity, title, total);

    public string Total(string total) => With(nameof(Total), total);

    public string DiscountLine(string code, string amount) => With(nameof(DiscountLine), code, amount);

    public string DiscountNoted(string code) => With(nameof(DiscountNoted), code);

    public string DiscountRefused(string code) => With(nameof(DiscountRefused), code);

    public string DiscountRemoved => Get();

    public string Added(string title, string pieces, string total) => With(nameof(Added), title, pieces, total);

    public string AddedMost(string title, int most) => With(nameof(AddedMost), title, most);

    public string OfferReminder => Get();

    public string Removed(string title) => With(nameof(Removed), title);

    public string Changed(string title, int quantity) => With(nameof(Changed), title, quantity);

    public string QuantityWrong(int most) => With(nameof(QuantityWrong), most);

    public string OrderTaken => Get();

    public string Reordered => Get();

    public string CheckoutBody => Get();

    public string CheckoutFailed => Get();

    public string ChangedGone(string title) => With(nameof(ChangedGone), title);

    public string ChangedFewer(string title, int left) => With(nameof(ChangedFewer), title, left);

    public string ChangedPrice(string title, string price) => With(nameof(ChangedPrice), title, price);

    public string ThankYou(string order) => With(nameof(ThankYou), order);

    public string NoOrders => Get();

    public string OrderLine(string order, string state) => With(nameof(OrderLine), order, state);

    public string OrderOther => Get();

    public string OrderOpen => Get();

    public string OrderUnpaid => Get();

    public string OrderPartlySent => Get();

    public string OrderSent => Get();

    public string OrderDelivered => Get();

    public string OrderCancelled => Get();

    public string ParcelSent(string order) => With(nameof(ParcelSent), order);

    public string ParcelOutForDelivery(string order) => With(nameof(ParcelOutForDelivery), order);

    public string ParcelDelivered(string order) => With(nameof(ParcelDelivered), order);

    public string ParcelDeliveryAttempted(string order) => With(nameof(ParcelDeliveryAttempted), order);

    public string ParcelReadyForPickup(string order) => With(nameof(ParcelReadyForPickup), order);

    public string LanguageSet => Get();

    public string ConsentGiven => Get();

    public string ConsentRefused => Get();

    public string ReminderCart(string pieces, string total) => With(nameof(ReminderCart), pieces, total);

    public string ReminderCheckout(string total) => With(nameof(ReminderCheckout), total);

    public string HandOff => Get();

    public string HandOffClosed => Get();

    public string AskCod(string order, string total) => With(nameof(AskCod), order, total);

    public string CodConfirmed(string order) => With(nameof(CodConfirmed), order);

    public string CodCancelled(string order) => With(nameof(CodCancelled), order);

    public string CodFailed => Get();

    public string CodLate(string order) => With(nameof(CodLate), order);

    public string PictureReceived => Get();

    public string VoiceReceived => Get();

    public string Stale => Get();

    public string NotUnderstood => Get();

    public string Restarted => Get();
}
