using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class RawCalls
{
    public static async Task CallAsync(WhatsAppSender sender, Recipient customer, CancellationToken cancellationToken)
    {
        #region call
        RawAnswer answer = await sender.CallAsync(RawRequest.Get("700100/phone_numbers?fields=id,new_field"), cancellationToken);

        await sender.CallAsync(
            RawRequest.Post("800200/settings", """{"brand_new":{"status":"ENABLED"}}"""u8.ToArray()) with { MayRepeat = true, Operation = "settings.brand_new" },
            cancellationToken);
        #endregion

        #region message
        await sender.SendAsync(
            customer, new RawMessage("brand_new", """{"type":"brand_new","brand_new":{"a":1}}"""u8.ToArray()), cancellationToken: cancellationToken);
        #endregion
        _ = answer;
    }
}
