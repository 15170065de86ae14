using WhatsApp.Client;
using WhatsApp.Client.AspNetCore;
using WhatsApp.Client.Webhooks;

var builder = WebApplication.CreateBuilder(args);
var limits = new MediaDownloadOptions { MaxBytes = 5 * 1024 * 1024 };

builder.Services.AddWhatsAppBot(builder.Configuration.GetSection("WhatsApp"), async (incoming, cancellationToken) =>
{
    if (incoming.Message is ImageReceived image)
        await SendBackAsync(incoming, image, cancellationToken);
    else
        await incoming.ReplyAsync(new TextMessage("Send me a picture."), cancellationToken);
});

var app = builder.Build();
app.MapWhatsAppWebhook("/whatsapp/webhook");
app.Run();

async Task SendBackAsync(IncomingMessage incoming, ImageReceived image, CancellationToken cancellationToken)
{
    try
    {
        // The copy ends only if size and SHA-256 are right.
        using var picture = new MemoryStream();
        await using var download = await incoming.Sender.DownloadMediaAsync(image, limits, cancellationToken);
        await download.CopyToAsync(picture, cancellationToken);
        picture.Position = 0;

        var type = download.Media.MimeType ?? "image/jpeg";
        MediaId copy = await incoming.Sender.UploadMediaAsync(picture, type, "picture", cancellationToken);
        await incoming.ReplyAsync(new ImageMessage(copy) { Caption = $"{picture.Length} bytes, {type}" }, cancellationToken);
    }
    catch (MediaTooLargeException tooLarge)
    {
        await incoming.ReplyAsync(new TextMessage($"That picture is too large: {tooLarge.MaxBytes} bytes at most."), cancellationToken);
    }
    catch (MediaMismatchException)
    {
        await incoming.ReplyAsync(new TextMessage("Something happened to that picture on its way. Please send it again."), cancellationToken);
    }
}
