using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class MediaMessages
{
    public static async Task ImageAsync(WhatsAppSender sender, Recipient customer)
    {
        #region image
        // uploaded before: faster, and a mistake shows at once
        await sender.SendAsync(customer, new ImageMessage(new MediaSource.ById("900100")) { Caption = "Rye, baked today" });

        // or fetched by the platform
        await sender.SendAsync(customer, new ImageMessage(new MediaSource.ByLink(new Uri("https://cdn.example/rye.jpg"))));
        #endregion
    }

    public static async Task VideoAsync(WhatsAppSender sender, Recipient customer)
    {
        #region video
        await sender.SendAsync(customer, new VideoMessage(new MediaSource.ById("900101")) { Caption = "How it is baked" });
        #endregion
    }

    public static async Task AudioAsync(WhatsAppSender sender, Recipient customer)
    {
        #region audio
        // a sound file
        await sender.SendAsync(customer, new AudioMessage(new MediaSource.ById("900102")));

        // a voice message: OGG with OPUS in mono
        await sender.SendAsync(customer, new AudioMessage(new MediaSource.ById("900103")) { Voice = true });
        #endregion
    }

    public static async Task DocumentAsync(WhatsAppSender sender, Recipient customer)
    {
        #region document
        await sender.SendAsync(customer, new DocumentMessage(new MediaSource.ById("900104"))
        {
            Filename = "invoice-9.pdf",
            Caption = "Your invoice",
        });
        #endregion
    }

    public static async Task StickerAsync(WhatsAppSender sender, Recipient customer)
    {
        #region sticker
        await sender.SendAsync(customer, new StickerMessage(new MediaSource.ById("900105")));
        #endregion
    }
}
