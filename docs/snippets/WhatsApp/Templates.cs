using System.Text;
using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class Templates
{
    public static async Task SendAsync(WhatsAppSender sender, Recipient customer, string note, CancellationToken cancellationToken)
    {
        #region named
        var shipped = new TemplateMessage("order_shipped", "de")
        {
            Header = new TemplateHeader.Document(new MediaSource.ById("900101"), "invoice.pdf"),
            Body = [("first_name", "Mira"), ("order", "A-9")],
            Buttons = [new TemplateButton.Url(0, "A-9"), new TemplateButton.QuickReply(1, "help:A-9")],
        };
        SendResult sent = await sender.SendAsync(customer, shipped, cancellationToken: cancellationToken);
        if (sent.MessageStatus == SendStatus.HeldForQualityAssessment)
        {
            // it goes out later, or a status webhook tells that it does not
        }
        #endregion

        #region numbered
        var reminder = new TemplateMessage("pick_up", "en_US")
        {
            Body = ["Mira", TemplateText.Clean(note), new TemplateParameter.Currency("12,90 €", "EUR", 12.90m)],
        };
        #endregion

        #region otp
        var code = new TemplateMessage("login_code", "de") { OneTimePassword = "482913" };
        #endregion

        #region offer
        var offer = new TemplateMessage("spring_offer", "de")
        {
            OfferExpires = new DateTimeOffset(2027, 3, 21, 18, 0, 0, TimeSpan.Zero),
            Buttons = [new TemplateButton.CopyCode(0, "RYE25"), new TemplateButton.Url(1, "spring")],
        };
        await sender.SendMarketingAsync(customer, offer, new SendOptions { MessageActivitySharing = false }, cancellationToken);
        #endregion

        #region carousel
        var carousel = new TemplateMessage("two_breads", "de")
        {
            Body = ["Mira"],
            Cards =
            [
                new() { Header = new TemplateHeader.Image(new MediaSource.ById("900102")), Buttons = [new TemplateButton.QuickReply(0, "rye")] },
                new() { Header = new TemplateHeader.Image(new MediaSource.ById("900103")), Buttons = [new TemplateButton.QuickReply(0, "oat")] },
            ],
        };
        #endregion

        #region raw
        var raw = new RawMessage("template", Encoding.UTF8.GetBytes("""{"type":"template","template":{"name":"sale","language":{"code":"de"}}}"""));
        await sender.SendAsync(customer, raw, cancellationToken: cancellationToken);
        #endregion
    }
}
