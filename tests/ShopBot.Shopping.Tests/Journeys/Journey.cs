using System.Globalization;
using System.Text;
using System.Text.Json;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Turns;
using ShopBot.Shopping.Cart;
using ShopBot.Shopping.CashOnDelivery;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Localization;
using ShopBot.Shopping.Orders;
using ShopBot.Shopping.Settings;
using ShopBot.Shopping.Tests.Support;
using ShopBot.Testing;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopping.Tests.Journeys;

/// <summary>One customer, made of a seed.</summary>
internal sealed class Journey
{
    private static readonly string[] Kinds = ["image", "video", "audio", "document", "sticker", "location 52.5,13.4", "contacts", "reaction", "system", "unsupported", "a kind of tomorrow"];

    private static readonly string[] WordLists =
        ["WordsMenu", "WordsHelp", "WordsGreeting", "WordsBrowse", "WordsCart", "WordsCheckout", "WordsClear", "WordsDiscount", "WordsOrders", "WordsReorder", "WordsLanguage", "WordsCountry", "WordsConsent", "WordsThanks", "WordsYes", "WordsNo"];

    private static readonly string[] Texts =
    [
        "mug", "white shirt", "Do you have a white shirt?", "1", "2", "9", "10", "0", "-1", "99", "100", "99999999999999999999", "٣", "", "   ", "?", "👍", "🇩🇪🇧🇷", "*", "STOP please", "don't stop", "WELCOME10", "no such code",
        "order 1001", "where is my order #1001", "coupon WELCOME10", "(ref: product-1)", "(ref: qr)", "<script>alert(1)</script>", "{0} {1}", "%s", "shop.1:AddToCart{\"id\":\"x\"}", "a\nb\nc", "\u202Eabc", "e\u0301e\u0301",
        "¿Tienen una taza azul?", "você tem uma caneca?", "avez-vous une tasse bleue ?", "habt ihr eine blaue Tasse?", "क्या आपके पास नीला मग है", "apakah ada cangkir biru", "هل لديكم كوب أزرق", "cancel", "Schweiz", "CH", "English", "Español", "العربية",
    ];

    private readonly Random _random;
    private readonly FakeShop _shop = ShopChanges.Demo();
    private readonly TestConversation _conversation;
    private readonly string _language;
    private readonly List<string> _ids = [];
    private readonly StringBuilder _log = new();
    private int _order = 1000;
    private int _message;

    public Journey(int seed)
    {
        // Seeds give the same journey on every machine.
#pragma warning disable CA5394 // Nobody guards anything with it.
        _random = new Random(seed);
#pragma warning restore CA5394
        _language = ShopLanguages.All[Next(ShopLanguages.All.Count)];
        _shop.Settings = new ShopSettings
        {
            Languages = Next(3) == 0 ? [_language, "en"] : [],
            CashOnDelivery = new CashOnDeliverySettings { Enabled = true, Unanswered = (UnansweredAction)Next(3) },
            Templates = [new ShopTemplate(TemplatePurpose.CartReminder, "cart_waits", "en"), new ShopTemplate(TemplatePurpose.CashOnDelivery, "cod", "en")],
        };
        if (Next(2) == 0)
            (_shop.Markets["DE"], _shop.Markets["CH"], _shop.Markets["JP"]) = (("EUR", 1), ("CHF", 1.1m), ("JPY", 170));
        var bot = Bot.Of(new ShoppingFlow(_shop, _shop, Next(4) == 0 ? null : _shop, _shop, Next(2) == 0 ? null : _shop));
        _conversation = new TestConversation(bot, new TestSettings { Locale = _language, Currency = "EUR", Phone = new[] { "15550001111", "41791234567", "819012345678", null }[Next(4)] });
    }

    public string Log => _log.ToString();

    public async Task<int> RunAsync()
    {
        var steps = 5 + Next(20);
        for (var i = 0; i < steps; i++)
        {
            await StepAsync();
            Check();
        }

        return steps;
    }

    private async Task StepAsync()
    {
        switch (Next(20))
        {
            case < 8 when Choices().Count > 0:
                var choices = Choices();
                await TapAsync(choices[Next(choices.Count)].Id);
                break;
            case 8 when _ids.Count > 0:
                await TapAsync(_ids[Next(_ids.Count)]);
                break;
            case 9:
                await TapAsync(new[] { "shop.0:OpenCart", "shop.1:NoSuchTap{}", "other.1:X{\"a\":1}", "", "shop.1:AddToCart{\"id\":\"gid://shopify/ProductVariant/1\"}", "shop.1:ShowMore{\"list\":1}", "shop.1:ChooseOptions{\"id\":\"gid://shopify/Product/2\",\"picked\":[7,-1],\"page\":-3}" }[Next(7)]);
                break;
            case 10 or 11:
                await SayAsync(Said());
                break;
            case 12 when Choices().Count > 0:
                await SayAsync(Choices()[Next(Choices().Count)].Title);
                break;
            case 13:
                var kind = Kinds[Next(Kinds.Length)];
                Note($"({kind})");
                await _conversation.SendAsync(kind);
                break;
            case 14:
                await SendAsync(Special());
                break;
            case 15:
                var time = TimeSpan.FromMinutes(new[] { 1, 20, 90, 300, 1500, 6000 }[Next(6)]);
                Note($"@ {time}");
                await _conversation.PassAsync(time);
                break;
            case 16:
                await HappensAsync();
                break;
            case 17:
                Change();
                break;
            case 18:
                _conversation.CrashNext();
                await SayAsync(Texts[Next(Texts.Length)]);
                break;
            default:
                await SayAsync(Texts[Next(Texts.Length)]);
                break;
        }
    }

    private string Said()
    {
        var phrases = (ShoppingTexts.For(Next(2) == 0 ? _language : ShopLanguages.All[Next(ShopLanguages.All.Count)]).Words(WordLists[Next(WordLists.Length)]) ?? "menu").Split(',');
        return phrases[Next(phrases.Length)].Trim();
    }

    private MessageReceived Special()
    {
        var id = new MessageId(string.Create(CultureInfo.InvariantCulture, $"wamid.special.{++_message}"));
        var from = new MessageSender { WaId = "15550001111", ProfileName = "Ada" };
        return Next(4) switch
        {
            0 => new OrderReceived
            {
                WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = id, Timestamp = _conversation.Now, Type = "order", From = from,
                Items = [.. Enumerable.Range(0, Next(4)).Select(_ => new WhatsApp.Client.Webhooks.OrderedProduct { ProductRetailerId = string.Create(CultureInfo.InvariantCulture, $"gid://shopify/ProductVariant/{Next(6)}"), Quantity = Next(200) - 5 })],
            },
            1 => new EditReceived
            {
                WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = id, Timestamp = _conversation.Now, Type = "edit", From = from, OriginalMessageId = id, ContentType = "text", Text = Texts[Next(Texts.Length)],
            },
            2 => new TemplateButtonReceived
            {
                WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = id, Timestamp = _conversation.Now, Type = "button", From = from, Text = Said(), Payload = _ids.Count > 0 && Next(2) == 0 ? _ids[Next(_ids.Count)] : "made by somebody else",
            },
            _ => new TextReceived
            {
                WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = id, Timestamp = _conversation.Now, Type = "text", From = from, Body = "Can I get more info on this?",
                Referral = new Referral { SourceUrl = "https://demo.example/products/blue-mug?x=1", Headline = "Candle" },
            },
        };
    }

    private async Task HappensAsync()
    {
        var (kind, payload) = Next(4) switch
        {
            0 => (OrderPaid.Kind, JsonSerializer.SerializeToUtf8Bytes(
                new OrderPaid($"#{++_order}", [.. _conversation.StateOf("shop", ShoppingJson.Default.ShoppingState)?.Cart.Lines.Take(2).Select(line => line.VariantId) ?? []]) { OrderId = $"gid://shopify/Order/{_order}" }, ShoppingJson.Default.OrderPaid)),
            1 => (OrderShipped.Kind, JsonSerializer.SerializeToUtf8Bytes(new OrderShipped("#1001", (ParcelStage)Next(5)) { TrackingLinks = ["https://track.example/1"] }, ShoppingJson.Default.OrderShipped)),
            2 => (CashOnDeliveryPlaced.Kind, JsonSerializer.SerializeToUtf8Bytes(new CashOnDeliveryPlaced($"gid://shopify/Order/{++_order}", $"#{_order}", 12.5m, "EUR"), ShoppingJson.Default.CashOnDeliveryPlaced)),
            _ => ("whatsapp.user_preference", Encoding.UTF8.GetBytes($$"""{"category":"marketing_messages","value":"{{(Next(2) == 0 ? "stop" : "resume")}}"}""")),
        };
        Note($"! {kind}");
        await _conversation.HappensAsync(kind, payload);
    }

    private void Change()
    {
        var product = _shop.Products[Next(_shop.Products.Count)];
        var (what, left) = (Next(4), Next(5));
        Note($"! {product.Title} {what}");
        _shop.Change(product, variant => what switch
        {
            0 => variant with { Available = false },
            1 => variant with { Available = true, MostAvailable = null },
            2 => variant with { MostAvailable = left },
            _ => variant with { Price = variant.Price with { Amount = variant.Price.Amount + 1 } },
        });
    }

    private void Check()
    {
        foreach (var reply in _conversation.Replies)
        {
            _log.Append("< ").Append(MessageRendering.Render(reply)).Append('\n');
            Assert.Empty(reply.Validate());
            _ids.AddRange(MessageRendering.Choices(reply).Select(choice => choice.Id));
        }

        Assert.True(_shop.Asked.Count <= 1, "Another store was asked.");
        if (_conversation.StateOf("shop", ShoppingJson.Default.ShoppingState) is not { } state)
            return;
        var cart = state.Cart;
        Assert.Equal(cart.Lines.Count, cart.Lines.Select(line => line.VariantId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(cart.Lines, line => Assert.InRange(line.Quantity, 1, ShoppingCart.MaxQuantity));
        Assert.True(cart.Lines.Select(line => line.Price.Currency).Distinct().Count() <= 1);
        Assert.InRange(cart.Lines.Count, 0, ShoppingCart.MaxLines);
        Assert.InRange(state.OrderIds.Count, 0, 10);
        Assert.InRange(state.Choices.Count, 0, 10);
        CheckLanguage();
    }

    /// <summary>What a bot's own button says is in the customer's language, and that is one the store speaks.</summary>
    private void CheckLanguage()
    {
        var locale = _conversation.Document?.Locale ?? _language;
        var language = ShopLanguages.Nearest(locale)!;
        Assert.Contains(language, _shop.Settings.Languages.Count == 0 ? ShopLanguages.All : _shop.Settings.Languages);
        foreach (var buttons in _conversation.Replies.OfType<ReplyButtonsMessage>().TakeLast(1))
        {
            var own = Own(language);
            Assert.All(buttons.Buttons, button => Assert.Contains(button.Title, own));
        }
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, HashSet<string>> Buttons = new(StringComparer.Ordinal);

    private static HashSet<string> Own(string language) => Buttons.GetOrAdd(language, static code =>
    {
        var texts = ShoppingTexts.For(code);
        return [.. typeof(ShoppingTexts).GetProperties().Where(property => property.PropertyType == typeof(string)
            && (property.Name.StartsWith("Button", StringComparison.Ordinal) || property.Name == "ListMenu")).Select(property => (string)property.GetValue(texts)!)];
    });

    private IReadOnlyList<(string Title, string Id)> Choices() => _conversation.Sent.Count == 0 ? [] : MessageRendering.Choices(_conversation.Sent[^1]);

    private Task SayAsync(string text)
    {
        Note($"> {text}");
        return _conversation.SayAsync(text);
    }

    private Task TapAsync(string id)
    {
        Note($"> [{id}]");
        return _conversation.TapIdAsync(id);
    }

    private Task SendAsync(MessageReceived message)
    {
        Note($"> ({message.Type})");
        return _conversation.SendAsync(message);
    }

    private void Note(string line) => _log.Append(line).Append('\n');

#pragma warning disable CA5394
    private int Next(int most) => _random.Next(most);
#pragma warning restore CA5394
}
