using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class CommerceMessages
{
    public static async Task ProductAsync(WhatsAppSender sender, Recipient customer)
    {
        #region product
        await sender.SendAsync(customer, new ProductMessage(CatalogId: "5550", ProductRetailerId: "rye-1")
        {
            Body = "Fresh today",
            Footer = "While it lasts",
        });
        #endregion
    }

    public static async Task ProductListAsync(WhatsAppSender sender, Recipient customer)
    {
        #region product-list
        await sender.SendAsync(customer, new ProductListMessage("Bread", "Fresh today", CatalogId: "5550",
        [
            new ProductSection("Loaves", ["rye-1", "rye-2"]),
            new ProductSection("Rolls", ["roll-1"]),
        ]));
        #endregion
    }

    public static async Task CatalogAsync(WhatsAppSender sender, Recipient customer)
    {
        #region catalog-message
        await sender.SendAsync(customer, new CatalogMessage("Everything we bake")
        {
            ThumbnailProductRetailerId = "rye-1",
        });
        #endregion
    }

    public static async Task MediaCarouselAsync(WhatsAppSender sender, Recipient customer)
    {
        #region media-carousel
        static MessageHeader Picture(string name) => new MessageHeader.Image(new MediaSource.ByLink(new Uri($"https://cdn.example/{name}.jpg")));

        // cards that open an address
        await sender.SendAsync(customer, new MediaCarouselMessage("Two ideas",
        [
            new MediaCarouselCard(Picture("rye"), new CarouselAction.OpenUrl("View", "https://shop.example/rye")) { Body = "Rye" },
            new MediaCarouselCard(Picture("oat"), new CarouselAction.OpenUrl("View", "https://shop.example/oat")) { Body = "Oat" },
        ]));

        // cards with reply buttons
        await sender.SendAsync(customer, new MediaCarouselMessage("Two ideas",
        [
            new MediaCarouselCard(Picture("rye"), new CarouselAction.QuickReplies([new ReplyButton("buy:rye", "Buy"), new ReplyButton("more:rye", "More")])),
            new MediaCarouselCard(Picture("oat"), new CarouselAction.QuickReplies([new ReplyButton("buy:oat", "Buy"), new ReplyButton("more:oat", "More")])),
        ]));
        #endregion
    }

    public static async Task ProductCarouselAsync(WhatsAppSender sender, Recipient customer)
    {
        #region product-carousel
        await sender.SendAsync(customer, new ProductCarouselMessage("New in", CatalogId: "5550", ["rye-1", "rye-2", "roll-1"]));
        #endregion
    }
}
