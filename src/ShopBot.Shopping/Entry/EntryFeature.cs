using System.Text.RegularExpressions;
using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Events;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopping.Entry;

/// <summary>Customers who come through a link, a code or a button of the shop, an advertisement, or a product of the platform's catalogue: they see what they came for.</summary>
internal sealed partial class EntryFeature(ShopDesk desk) : IShopFeature
{
    public void Map(ShopMap shop)
    {
        shop.Tap<Enter>((turn, tap) => EnterAsync(turn, tap.Source, tap.ProductId));
        shop.Tap<EnterByMessage>((turn, _) => ByMessageAsync(turn));
        shop.Message<RequestWelcomeReceived>((turn, _) => turn.Follow(new Greet()));
    }

    /// <summary>Whether a message says where its sender comes from.</summary>
    public static bool HasOrigin(MessageReceived? message) => message is { Referral: not null } or { Context.ReferredProduct: not null };

    private static Task EnterAsync(Turn<ShoppingState> turn, string source, string? productId)
    {
        turn.Raise(CustomerEntered.Kind, new CustomerEntered(source, productId));
        return productId is not null ? turn.Follow(new OpenProduct(productId)) : turn.Follow(new Greet());
    }

    private async Task ByMessageAsync(Turn<ShoppingState> turn)
    {
        var message = turn.Message;
        if (message?.Context?.ReferredProduct?.ProductRetailerId is { Length: > 0 } item)
        {
            var found = await desk.Catalog.FindCatalogItemsAsync(ShopDesk.StoreOf(turn), [item], turn.Aborted).ConfigureAwait(false);
            await EnterAsync(turn, "catalog", found is [{ ProductId: { } product }] ? product : null).ConfigureAwait(false);
            return;
        }

        await EnterAsync(turn, "ad", message?.Referral is { } referral ? await AdvertisedAsync(turn, referral).ConfigureAwait(false) : null).ConfigureAwait(false);
    }

    /// <summary>The product an advertisement links to, or the only one its headline finds.</summary>
    private async Task<string?> AdvertisedAsync(Turn<ShoppingState> turn, Referral referral)
    {
        foreach (var text in new[] { referral.SourceUrl, referral.Ref, referral.Body })
        {
            if (text is { Length: <= 2048 } && ProductLink().Match(text) is { Success: true } link
                && await desk.Catalog.FindByHandleAsync(ShopDesk.StoreOf(turn), link.Groups[1].Value.ToLowerInvariant(), turn.Aborted).ConfigureAwait(false) is { } product)
            {
                return product.Id;
            }
        }

        if (referral.Headline is not { Length: > 2 and <= 200 } headline)
            return null;
        var found = await desk.Catalog.GetProductsAsync(ShopDesk.StoreOf(turn), new ProductListing(Text: headline), null, 2, turn.Aborted).ConfigureAwait(false);
        return found.Items is [{ } only] ? only.Id : null;
    }

    [GeneratedRegex(@"/products/([A-Za-z0-9][A-Za-z0-9_\-]{0,254})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex ProductLink();
}
