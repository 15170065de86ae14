using WhatsApp.Client;

namespace MediaBot.Tests;

public sealed class MediaRoundTripTests
{
    [Fact]
    public async Task What_goes_up_comes_down_and_can_be_deleted()
    {
        await using var shop = await EmulatedShop.StartAsync();
        using var file = new MemoryStream(EmulatedShop.Png);
        using var back = new MemoryStream();

        var id = await shop.Sender.UploadMediaAsync(file, "image/png", "März \"1\".png", EmulatedShop.Cancel);
        var media = await shop.Sender.DownloadMediaAsync(id, back, cancellationToken: EmulatedShop.Cancel);
        await shop.Sender.DeleteMediaAsync(id, EmulatedShop.Cancel);

        Assert.Equal(EmulatedShop.Png, back.ToArray());
        Assert.Equal((id, "image/png", EmulatedShop.Png.Length), (media.Id, media.MimeType, media.FileSize));
        var gone = await Assert.ThrowsAsync<WhatsAppApiException>(() => shop.Sender.GetMediaAsync(id, EmulatedShop.Cancel));
        Assert.Equal((100, 33), (gone.Code, gone.Subcode));
    }

    [Fact]
    public async Task Address_that_ran_out_is_replaced()
    {
        await using var shop = await EmulatedShop.StartAsync();
        using var file = new MemoryStream(EmulatedShop.Png);
        var id = await shop.Sender.UploadMediaAsync(file, "image/png", "a.png", EmulatedShop.Cancel);
        var media = await shop.Sender.GetMediaAsync(id, EmulatedShop.Cancel);
        shop.Clock.Advance(TimeSpan.FromMinutes(6));

        await using var byClock = await shop.Sender.DownloadMediaAsync(media, cancellationToken: EmulatedShop.Cancel);
        await byClock.CopyToAsync(Stream.Null, EmulatedShop.Cancel);
        await using var by404 = await shop.Sender.DownloadMediaAsync(media with { UrlExpiresAt = null }, cancellationToken: EmulatedShop.Cancel);
        await by404.CopyToAsync(Stream.Null, EmulatedShop.Cancel);

        Assert.Equal([404, 200], shop.Emulator.Journal.Calls
            .Where(call => call.Path.Contains("attachments", StringComparison.Ordinal)).Select(call => call.Status).TakeLast(2));
    }

    [Fact]
    public async Task File_of_another_number_is_out_of_reach()
    {
        await using var shop = await EmulatedShop.StartAsync();
        shop.Emulator.AddNumber(EmulatedShop.Options("800300", "700300", "other-token", "222"));
        using var file = new MemoryStream(EmulatedShop.Png);
        var id = await shop.Sender.UploadMediaAsync(file, "image/png", "a.png", EmulatedShop.Cancel);

        var refused = await Assert.ThrowsAsync<WhatsAppApiException>(
            () => shop.SenderOf("800300", "other-token").DownloadMediaAsync(id, cancellationToken: EmulatedShop.Cancel));

        Assert.Equal(100, refused.Code);
    }

    [Fact]
    public async Task Bytes_of_another_type_are_the_platforms_refusal()
    {
        await using var shop = await EmulatedShop.StartAsync();
        using var file = new MemoryStream(EmulatedShop.Png);

        var refused = await Assert.ThrowsAsync<WhatsAppApiException>(
            () => shop.Sender.UploadMediaAsync(file, "image/jpeg", "a.jpg", EmulatedShop.Cancel));

        Assert.Equal(131053, refused.Code);
    }
}
