using System.Text;
using System.Text.Json.Nodes;

namespace WhatsApp.Client.Tests.Flows;

/// <summary>The files were encrypted by <c>flow-media-vectors.py</c>, another implementation.</summary>
public sealed class FlowMediaTests
{
    private static readonly JsonObject Vectors =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Flows", "flow-media-vectors.json")))!.AsObject();

    public static TheoryData<string> Names => [.. Vectors.Select(one => one.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void File_another_implementation_encrypted_is_opened(string name)
    {
        var media = Assert.Single(FlowMedia.ReadAll(Data(name), "photos"));

        Assert.Equal(Convert.FromBase64String((string)Vectors[name]!["plain"]!), media.Decrypt(Encrypted(name)));
        Assert.Equal(("790aba14-5f4a-4dbd-b9f6-2a5c0c5d0a5e", "IMG_5237.jpg", "mmg.whatsapp.net"), (media.MediaId, media.FileName, media.CdnUrl.Host));
        Assert.DoesNotContain("IMG", media.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("encrypted_hash", "hash")]
    [InlineData("plaintext_hash", "hash")]
    [InlineData("hmac_key", "HMAC")]
    [InlineData("iv", "HMAC")]
    [InlineData("encryption_key", "")]
    public void Key_or_hash_that_is_another_one_opens_nothing(string part, string reason)
    {
        var media = Assert.Single(FlowMedia.ReadAll(Data("long", keys =>
        {
            var bytes = Convert.FromBase64String((string)keys[part]!);
            bytes[0] ^= 1;
            keys[part] = Convert.ToBase64String(bytes);
        }), "photos"));

        var exception = Assert.Throws<FlowMediaException>(() => media.Decrypt(Encrypted("long")));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Equal("790aba14-5f4a-4dbd-b9f6-2a5c0c5d0a5e", exception.MediaId);
    }

    [Fact]
    public void File_that_was_changed_is_refused_even_if_its_hash_was_changed_too()
    {
        var file = Encrypted("long");
        file[100] ^= 1;
        Assert.Throws<FlowMediaException>(() => FlowMedia.ReadAll(Data("long"), "photos")[0].Decrypt(file));
        var forged = FlowMedia.ReadAll(Data("long"), "photos")[0] with { EncryptedHash = System.Security.Cryptography.SHA256.HashData(file) };
        Assert.Contains("HMAC", Assert.Throws<FlowMediaException>(() => forged.Decrypt(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(25)]
    [InlineData(27)]
    public void File_of_an_impossible_length_is_refused(int length)
    {
        var file = new byte[length];
        var media = FlowMedia.ReadAll(Data("short"), "photos")[0] with { EncryptedHash = System.Security.Cryptography.SHA256.HashData(file) };

        Assert.Contains("length", Assert.Throws<FlowMediaException>(() => media.Decrypt(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("encryption_key", "c2hvcnQ=")]
    [InlineData("iv", "not base64!")]
    [InlineData("hmac_key", null)]
    public void Key_of_another_length_is_no_file(string part, string? value)
    {
        var exception = Assert.Throws<FormatException>(() => FlowMedia.ReadAll(Data("short", keys => keys[part] = value), "photos"));

        Assert.DoesNotContain("c2hvcnQ=", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_no_paths_and_absent_lists_are_empty()
    {
        var data = JsonNode.Parse(Data("short").Span)!;
        data["photos"]![0]!["file_name"] = "../../etc/passwd";

        Assert.Equal("passwd", FlowMedia.ReadAll(Encoding.UTF8.GetBytes(data.ToJsonString()), "photos")[0].FileName);
        Assert.Empty(FlowMedia.ReadAll(Data("short"), "other"));
        Assert.Empty(FlowMedia.ReadAll(default, "photos"));
    }

    private static byte[] Encrypted(string name) => Convert.FromBase64String((string)Vectors[name]!["file"]!);

    private static ReadOnlyMemory<byte> Data(string name, Action<JsonObject>? change = null)
    {
        var media = Vectors[name]!["media"]!.DeepClone().AsObject();
        change?.Invoke(media["encryption_metadata"]!.AsObject());
        return Encoding.UTF8.GetBytes(new JsonObject { ["photos"] = new JsonArray(media) }.ToJsonString());
    }
}
