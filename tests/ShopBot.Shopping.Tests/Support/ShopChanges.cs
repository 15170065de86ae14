using System.Text.Json;
using System.Text.Json.Nodes;
using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Orders;
using ShopBot.Shopping.Settings;

namespace ShopBot.Shopping.Tests.Support;

/// <summary>
/// Lets a transcript change the shop: <c>! shop {"product":"Blue mug","price":14,"available":false,"left":2}</c>, and the owner's settings:
/// <c>! settings {"cashOnDelivery":{"enabled":true}}</c>; and opens markets: <c>! markets {"CH":{"currency":"CHF","rate":1.1}}</c>.
/// </summary>
internal sealed class ShopChanges(FakeShop shop) : IShopFeature
{
    public void Map(ShopMap map)
    {
        map.Event("shop", (_, payload) =>
        {
            using var json = JsonDocument.Parse(payload);
            var root = json.RootElement;
            var product = shop.Products.Single(one => one.Title == root.GetProperty("product").GetString());
            shop.Change(product, variant => variant with
            {
                Price = root.TryGetProperty("price", out var price) ? variant.Price with { Amount = price.GetDecimal() } : variant.Price,
                Available = root.TryGetProperty("available", out var available) ? available.GetBoolean() : variant.Available,
                MostAvailable = root.TryGetProperty("left", out var left) ? left.GetInt32() : variant.MostAvailable,
            });
            return Task.CompletedTask;
        });
        map.Event("order.known", (_, _) =>
        {
            shop.Orders.Add((
                new OrderCard("gid://shopify/Order/1001", "#1001", OrderState.Sent)
                {
                    Total = new Money(25m, "EUR"),
                    Parcels = [new OrderParcel("DHL", "JJD1", new Uri("https://track.example/JJD1"))],
                },
                [new OrderedLine("gid://shopify/ProductVariant/1", "Blue mug", 2), new OrderedLine("gid://shopify/ProductVariant/3", "Oak lamp", 1)]));
            return Task.CompletedTask;
        });
        map.Event("markets", (_, payload) =>
        {
            using var json = JsonDocument.Parse(payload);
            foreach (var market in json.RootElement.EnumerateObject())
                shop.Markets[market.Name] = (market.Value.GetProperty("currency").GetString()!, market.Value.GetProperty("rate").GetDecimal());
            return Task.CompletedTask;
        });
        map.Event("settings", (_, payload) =>
        {
            shop.Settings = SettingsReader.Read((JsonObject)JsonNode.Parse(payload.Span)!);
            return Task.CompletedTask;
        });
    }

    /// <summary>The shop of the transcripts.</summary>
    public static FakeShop Demo()
    {
        var shop = new FakeShop();
        shop.Add("Blue mug", 12.5m);
        shop.AddWithOptions(
            "White shirt", 20m, [new ProductChoice("Size", ["Small", "Large", "Huge"]), new ProductChoice("Colour", ["White", "Cream"])],
            "Small / White", "Small / Cream", "Large / White", "Huge / Cream");
        var lamp = shop.Add("Oak lamp", 89m);
        shop.Change(lamp, variant => variant with { Available = false });
        var tea = shop.Add("Green tea", 7.5m);
        shop.Change(tea, variant => variant with { CompareAtPrice = new Money(9m, "EUR"), MostAvailable = 3, UnitPrice = new Money(7.5m, "EUR"), UnitMeasure = new UnitMeasure(100, "g") });
        for (var i = 1; i <= 8; i++)
            shop.Add($"Candle {i}", 3m + i);
        shop.Discounts["WELCOME10"] = 10;
        foreach (var (title, spanish, arabic) in new[] { ("Blue mug", "Taza azul", "كوب أزرق"), ("White shirt", "Camisa blanca", "قميص أبيض"), ("Oak lamp", "Lámpara de roble", "مصباح خشبي"), ("Green tea", "Té verde", "شاي أخضر"),
            ("Size", "Talla", "المقاس"), ("Small", "Pequeña", "صغير"), ("Large", "Grande", "كبير"), ("Huge", "Enorme", "ضخم"), ("Colour", "Color", "اللون"), ("White", "Blanco", "أبيض"), ("Cream", "Crema", "كريمي") })
        {
            shop.Translations[(title, "es")] = spanish;
            shop.Translations[(title, "ar")] = arabic;
        }

        return shop;
    }
}
