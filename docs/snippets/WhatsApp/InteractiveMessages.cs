using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class InteractiveMessages
{
    public static async Task ReplyButtonsAsync(WhatsAppSender sender, Recipient customer)
    {
        #region reply-buttons
        await sender.SendAsync(customer, new ReplyButtonsMessage(
            "Your order is packed.",
            [new ReplyButton("track:9", "Track it"), new ReplyButton("change:9", "Change it"), new ReplyButton("help:9", "Talk to us")])
        {
            Header = new MessageHeader.Image(new MediaSource.ById("900100")),
            Footer = "Bread & Co",
        });
        #endregion
    }

    public static async Task ListAsync(WhatsAppSender sender, Recipient customer)
    {
        #region list
        await sender.SendAsync(customer, new ListMessage("When shall we come?", "Pick a slot",
        [
            new ListSection("Tomorrow", [new ListRow("slot:am", "Morning", "8 to 12"), new ListRow("slot:pm", "Afternoon", "12 to 18")]),
            new ListSection("Later", [new ListRow("slot:ask", "Another day")]),
        ])
        {
            Header = "Delivery",
            Footer = "Free above 30 EUR",
        });
        #endregion
    }

    public static async Task CtaUrlAsync(WhatsAppSender sender, Recipient customer)
    {
        #region cta-url
        await sender.SendAsync(customer, new CtaUrlMessage("Your cart: 2 loaves, 9.80 EUR.", "Go to checkout", "https://shop.example/c/1?key=a")
        {
            Footer = "You pay in our shop",
        });
        #endregion
    }

    public static async Task LocationRequestAsync(WhatsAppSender sender, Recipient customer)
    {
        #region location-request
        await sender.SendAsync(customer, new LocationRequestMessage("Where shall we deliver?"));
        #endregion
    }

    public static async Task RequestContactInfoAsync(WhatsAppSender sender)
    {
        #region request-contact-info
        var customer = new Recipient.User("DE.48213377190552");
        await sender.SendAsync(customer, new RequestContactInfoMessage("May the courier call you?"));
        #endregion
    }

    public static async Task AddressAsync(WhatsAppSender sender, Recipient customer)
    {
        #region address-message
        await sender.SendAsync(customer, new AddressMessage("Where shall we deliver?", "IN")
        {
            Values = new AddressFields { Name = "Mira", City = "Mumbai" },
            SavedAddresses = [new SavedAddress("home", new AddressFields { HouseNumber = "12", Address = "Mill Road", City = "Mumbai", InPinCode = "400063" })],
        });
        #endregion
    }

    public static async Task CallPermissionRequestAsync(WhatsAppSender sender, Recipient customer)
    {
        #region call-permission-request
        await sender.SendAsync(customer, new CallPermissionRequestMessage("May we call you about your order?"));
        #endregion
    }

    public static async Task VoiceCallAsync(WhatsAppSender sender, Recipient customer)
    {
        #region voice-call
        await sender.SendAsync(customer, new VoiceCallMessage("Easier said than written?")
        {
            DisplayText = "Call us",
            TtlMinutes = 24 * 60,
            Payload = "order-9",
        });
        #endregion
    }
}
