using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace WhatsApp.Emulator.Tests;

public sealed class MediaTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3];

    [Fact]
    public async Task Upload_LookUp_Download_Delete()
    {
        await using var platform = await Platform.StartAsync();

        var id = (await UploadAsync(platform, Png, "image/png")).Json.GetProperty("id").GetString()!;
        var node = (await platform.GetAsync($"v25.0/{id}?phone_number_id=800200")).Json;
        var bytes = await platform.Http.GetByteArrayAsync(node.GetProperty("url").GetString(), Platform.Cancel);
        var deleted = await platform.DeleteAsync($"v25.0/{id}");

        Assert.Equal(Png, bytes);
        Assert.Equal("image/png", node.GetProperty("mime_type").GetString());
        Assert.Equal(Convert.ToHexString(SHA256.HashData(Png)).ToLowerInvariant(), node.GetProperty("sha256").GetString());
        Assert.Equal("""{"success":true}""", deleted.Text);
        Assert.Equal(33, (await platform.GetAsync($"v25.0/{id}")).Error.GetProperty("error_subcode").GetInt32());
    }

    [Fact]
    public async Task Download_NeedsTheTokenAndAFreshAddress()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        var id = (await UploadAsync(platform, Png, "image/png")).Json.GetProperty("id").GetString()!;
        var url = (await platform.GetAsync(id)).Json.GetProperty("url").GetString()!;
        using var nobody = platform.Client(null);

        Assert.Equal(401, (await platform.GetAsync(url, nobody)).Status);
        Assert.Equal(404, (await platform.GetAsync(url.Replace("hash=", "hash=0", StringComparison.Ordinal))).Status);
        Assert.Equal(200, (await platform.GetAsync(url)).Status);
        platform.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(404, (await platform.GetAsync(url)).Status);
    }

    [Fact]
    public async Task Received_IsGoneAfterSevenDays()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        await platform.Mira.SendsMediaAsync(platform.Shop, Png, "image/png", null, Platform.Cancel);
        var id = platform.Bot.Messages[0].GetProperty("image").GetProperty("id").GetString()!;

        platform.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await platform.GetAsync(id)).Status);
        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((100, 33), ((await platform.GetAsync(id)).Code, (await platform.GetAsync(id)).Error.GetProperty("error_subcode").GetInt32()));
    }

    [Fact]
    public async Task Media_OfAnotherNumber_IsNotThere()
    {
        await using var platform = await Platform.StartAsync();
        platform.Emulator.AddNumber(platform.NumberOptions("800300", "700300", "other-token", "222"));
        using var other = platform.Client("other-token");
        var id = (await UploadAsync(platform, Png, "image/png")).Json.GetProperty("id").GetString()!;
        var url = (await platform.GetAsync(id)).Json.GetProperty("url").GetString()!;

        Assert.Equal(100, (await platform.GetAsync(id, other)).Code);
        Assert.Equal(100, (await platform.GetAsync($"{id}?phone_number_id=800300")).Code);
        Assert.Equal(404, (await platform.GetAsync(url, other)).Status);
        Assert.Equal([404], platform.Emulator.Journal.Calls.Where(call => call.Path.EndsWith("/attachments/", StringComparison.Ordinal)).Select(call => call.Status));
        Assert.DoesNotContain(platform.Emulator.Journal.Calls, call => call.Path.Contains("hash=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("59", 400)]
    [InlineData("60", 200)]
    [InlineData("43200", 200)]
    [InlineData("43201", 400)]
    [InlineData("soon", 400)]
    public async Task Upload_WithATimeToLive_HasARange(string minutes, int status)
    {
        await using var platform = await Platform.StartAsync();

        Assert.Equal(status, (await UploadAsync(platform, Png, "image/png", minutes)).Status);
    }

    [Fact]
    public async Task Upload_OfNothing_IsRefused()
    {
        await using var platform = await Platform.StartAsync();

        Assert.Equal(100, (await UploadAsync(platform, [], "image/png")).Code);
    }

    [Fact]
    public async Task Uploaded_IsGoneAfterThirtyDays()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        var id = (await UploadAsync(platform, Png, "image/png")).Json.GetProperty("id").GetString()!;
        platform.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(100, (await platform.GetAsync(id)).Code);
    }

    [Theory]
    [InlineData("image/gif", 100)]
    [InlineData("image/jpeg", 131053)]
    public async Task Upload_WrongType_IsRefused(string mimeType, int code)
    {
        await using var platform = await Platform.StartAsync();

        Assert.Equal(code, (await UploadAsync(platform, Png, mimeType)).Code);
    }

    [Fact]
    public async Task Upload_TooLarge_IsRefused()
    {
        await using var platform = await Platform.StartAsync();
        var large = new byte[5 * 1024 * 1024 + 1];
        Png.CopyTo(large, 0);

        Assert.Equal(100, (await UploadAsync(platform, large, "image/png")).Code);
    }

    [Fact]
    public async Task Send_ByMediaId_ShowsItAndChecksItsKind()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        var id = (await UploadAsync(platform, Png, "image/png")).Json.GetProperty("id").GetString()!;

        await platform.SendAsync($$"""  "type":"image","image":{"id":"{{id}}","caption":"Rye"}  """);
        await platform.IdleAsync();
        platform.Bot.Posts.Clear();
        await platform.SendAsync($$"""  "type":"video","video":{"id":"{{id}}"}  """);
        await platform.IdleAsync();

        var shown = platform.Mira.Chat(platform.Shop)[^1];
        Assert.Equal(("Rye", "image"), (shown.Text, shown.MediaKind));
        Assert.Equal(Png, await platform.Http.GetByteArrayAsync(shown.MediaUrl, Platform.Cancel));
        Assert.Equal(131053, Assert.Single(platform.Bot.Statuses).GetProperty("errors")[0].GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Inbound_CarriesIdHashAndAddress()
    {
        await using var platform = await Platform.StartAsync();

        await platform.Mira.SendsMediaAsync(platform.Shop, Png, "image/png", "broken loaf", Platform.Cancel);

        var image = platform.Bot.Messages[0].GetProperty("image");
        Assert.Equal("broken loaf", image.GetProperty("caption").GetString());
        Assert.Equal(Convert.ToBase64String(SHA256.HashData(Png)), image.GetProperty("sha256").GetString());
        Assert.Equal(Png, await platform.Http.GetByteArrayAsync(image.GetProperty("url").GetString(), Platform.Cancel));
        Assert.Equal("image/png", (await platform.GetAsync(image.GetProperty("id").GetString()!)).Json.GetProperty("mime_type").GetString());
    }

    private static async Task<Answer> UploadAsync(Platform platform, byte[] bytes, string mimeType, string? minutes = null)
    {
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(mimeType);
        using var product = new StringContent("whatsapp");
        using var type = new StringContent(mimeType);
        using var form = new MultipartFormDataContent { { product, "messaging_product" }, { type, "type" }, { file, "file", "picture.png" } };
        using var keep = new StringContent(minutes ?? "");
        if (minutes is not null)
            form.Add(keep, "ttl_minutes");
        using var response = await platform.Http.PostAsync("v25.0/800200/media", form, Platform.Cancel);
        return await Answer.ReadAsync(response);
    }
}
