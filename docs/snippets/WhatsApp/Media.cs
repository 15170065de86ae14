using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class Media
{
    public static async Task UploadAsync(WhatsAppSender sender, Recipient to, CancellationToken cancellationToken)
    {
        #region upload
        await using var file = File.OpenRead("loaf.jpg");
        MediaId id = await sender.UploadMediaAsync(file, "image/jpeg", "loaf.jpg", cancellationToken);

        await sender.SendAsync(to, new ImageMessage(id) { Caption = "Fresh today" }, cancellationToken: cancellationToken);
        #endregion
    }

    public static async Task UploadMoreAsync(WhatsAppSender sender, Stream content)
    {
        #region upload-options
        MediaId id = await sender.UploadMediaAsync(new MediaUpload
        {
            Content = content,
            MimeType = "application/zip",
            FileName = "photos.zip",
            Validate = false, // not on the platform's list; try it all the same
        });
        #endregion
    }

    public static async Task DownloadAsync(WhatsAppSender sender, MediaId id, CancellationToken cancellationToken)
    {
        #region download
        var path = Path.GetTempFileName();
        try
        {
            await using var file = File.Create(path);
            MediaInfo media = await sender.DownloadMediaAsync(id, file, cancellationToken: cancellationToken);
            // every byte is checked now: media.MimeType and media.FileSize are true
        }
        catch
        {
            File.Delete(path); // what was written before a failure is unchecked
            throw;
        }
        #endregion
    }

    public static async Task StreamAsync(WhatsAppSender sender, MediaId id, Stream storage, CancellationToken cancellationToken)
    {
        #region stream
        var limits = new MediaDownloadOptions { MaxBytes = 10 * 1024 * 1024 };
        await using MediaDownload download = await sender.DownloadMediaAsync(id, limits, cancellationToken);
        if (download.Media.MimeType is "image/jpeg" or "image/png")
            await download.CopyToAsync(storage, cancellationToken);
        #endregion
    }

    public static async Task DeleteAsync(WhatsAppSender sender, MediaId id, CancellationToken cancellationToken)
    {
        #region delete
        await sender.DeleteMediaAsync(id, cancellationToken);
        #endregion
    }
}
