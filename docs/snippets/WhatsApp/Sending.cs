using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class Sending
{
    public static async Task SendAsync(WebApplicationBuilder builder, WhatsAppClient client, string token)
    {
        #region send
        builder.Services.AddWhatsAppClient(builder.Configuration.GetSection("WhatsApp"));

        // anywhere: one client, any number of accounts; the token travels with the call
        WhatsAppSender sender = client.For(new WhatsAppAccount(new PhoneNumberId("800200"), token));
        SendResult sent = await sender.SendAsync(
            new Recipient.Phone("+4915550001111"),
            new ReplyButtonsMessage("Your order is packed.", [new("track", "Track it"), new("help", "Talk to us")]),
            new SendOptions { BizOpaqueCallbackData = "order-1001" });
        #endregion
    }
}
