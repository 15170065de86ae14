using CsCheck;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using ShopBot.Shopping.Tests.Support;

namespace ShopBot.Shopping.Tests;

/// <summary>Whatever a shop sells and a person taps, WhatsApp takes the answer; <see cref="Chat"/> checks every reply.</summary>
public sealed class EveryReplyIsValidTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf<string>(
        Gen.OneOf("", "   ", "\u00a0", "More…", "Empty the cart", "*bold* _it_ ~no~", "a\nb\nc", "🛒", "e\u0301", "…", "—", "x"),
        Gen.String[0, 40],
        Gen.Select(Gen.OneOf("x", "long word ", "👨‍👩‍👧‍👦", "🇩🇪", "e\u0301\u0302", "שלום "), Gen.Int[1, 400], (part, times) => string.Concat(Enumerable.Repeat(part, times))));

    private static readonly Gen<decimal> AnyPrice = Gen.OneOf(0m, 0.01m, 12.5m, 999_999_999.99m);

    private static readonly Gen<string> AnyCurrency = Gen.OneOf("EUR", "JPY", "KWD", "XYZ");

    private static readonly Gen<FakeShop> AnyShop =
        from collections in Gen.Select(AnyText, AnyText).Array[0, 30]
        from products in Gen.Select(AnyText, AnyText, AnyPrice, Gen.Bool).Array[0, 30]
        from variants in Gen.Select(AnyText, Gen.Bool).Array[0, 100]
        from currency in AnyCurrency
        from notes in AnyText.Array[0, 5]
        from refused in Gen.Bool
        select Shop(collections, products, variants, currency, new CheckoutResult(refused ? null : new Uri("https://demo-shop.myshopify.com/cart/c/abc?key=1"), notes));

    [Fact]
    public void Anybody_may_tap_anything_in_any_shop() => Gen.Select(AnyShop, AnyText, Gen.Int[0, 9].Array[1, 30]).Sample(
        (shop, text, taps) => Walk(shop, text, taps).GetAwaiter().GetResult(), iter: 300);

    private static async Task Walk(FakeShop shop, string text, int[] taps)
    {
        var chat = await new Chat(shop, welcome: text).SayAsync("hi");
        await chat.SayAsync("browse");
        foreach (var tap in taps)
        {
            // A person of the store is in charge: the bot is quiet.
            if (chat.Replies.Count == 0)
                return;
            if (chat.Choices.Count == 0)
                await chat.SayAsync("browse");
            if (chat.Replies.Count == 0)
                return;
            await chat.TapIdAsync(chat.Choices[tap % chat.Choices.Count].Id);
        }

        // Everything into the cart, then change it under the customer's feet.
        foreach (var variant in shop.Products.SelectMany(product => product.Variants).Take(40))
            await chat.TapIdAsync($"shop.1:AddToCart{{\"id\":\"{variant.Id}\"}}"); // as buttons of an older release are written
        foreach (var word in new[] { text, "cart", "checkout" })
            await chat.SayAsync(word);
        for (var i = 0; i < shop.Products.Count; i++)
            shop.Change(shop.Products[i], variant => variant with { Price = variant.Price * 2 });
        await chat.SayAsync("checkout");
        await chat.SayAsync("checkout");
        await chat.TapIdAsync("shop.1:EditCart");
        await chat.PaidAsync("#1");
    }

    private static FakeShop Shop(
        (string, string)[] collections, (string, string, decimal, bool)[] products, (string, bool)[] variants, string currency, CheckoutResult checkout)
    {
        var shop = new FakeShop { CheckoutAnswer = checkout };
        foreach (var (title, description) in collections)
            shop.Collections.Add(new CollectionCard($"gid://shopify/Collection/{shop.Collections.Count}", title, description));
        foreach (var (title, description, price, hasOptions) in products)
        {
            var product = shop.Add(title, price, hasOptions ? [.. variants.Select(variant => variant.Item1)] : []);
            var available = variants.Select(variant => variant.Item2).DefaultIfEmpty(true).ToArray();
            var i = 0;
            shop.Change(product, variant => variant with { Available = available[i++ % available.Length], Price = variant.Price with { Currency = currency } });
            shop.Products[^1] = shop.Products[^1] with { Description = description, Image = hasOptions ? null : product.Image };
        }

        return shop;
    }
}
