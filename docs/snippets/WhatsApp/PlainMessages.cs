using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class PlainMessages
{
    public static async Task TextAsync(WhatsAppSender sender, Recipient customer, MessageId question)
    {
        #region text
        await sender.SendAsync(customer, new TextMessage("Your parcel has left our shop."));

        // with a preview of the address, as an answer to a message
        await sender.SendAsync(
            customer,
            new TextMessage("Follow it here: https://shop.example/track/9") { PreviewUrl = true },
            new SendOptions { ReplyTo = question });
        #endregion
    }

    public static async Task LocationAsync(WhatsAppSender sender, Recipient customer)
    {
        #region location
        await sender.SendAsync(customer, new LocationMessage(52.5163, 13.3777)
        {
            Name = "Bread & Co",
            Address = "Pariser Platz 1, Berlin",
        });
        #endregion
    }

    public static async Task ContactsAsync(WhatsAppSender sender, Recipient customer)
    {
        #region contacts
        var support = new ContactCard(new ContactName("Bread & Co Support") { FirstName = "Support" })
        {
            Phones = [new ContactPhone("+49 30 555000", "WORK", WaId: "4930555000")],
            Emails = [new ContactEmail("help@shop.example", "WORK")],
            Organization = new ContactOrganization { Company = "Bread & Co" },
            Urls = [new ContactUrl("https://shop.example")],
        };
        await sender.SendAsync(customer, new ContactsMessage([support]));
        #endregion
    }

    public static async Task ReactionAsync(WhatsAppSender sender, Recipient customer, MessageId received)
    {
        #region reaction
        await sender.SendAsync(customer, new ReactionMessage(received, "👍"));

        // and take it away again
        await sender.SendAsync(customer, ReactionMessage.Remove(received));
        #endregion
    }

    public static async Task PinAsync(WhatsAppSender sender, MessageId announcement)
    {
        #region pin
        var group = new Recipient.Group("Y2FwaV9ncm91cDox");
        await sender.SendAsync(group, new PinMessage(announcement, ExpirationDays: 7));

        // earlier than it would end by itself
        await sender.SendAsync(group, PinMessage.Unpin(announcement));
        #endregion
    }
}
