using ShopBot.Shopping.Tests.Support;
using ShopBot.Testing;
using Tests;

namespace ShopBot.Shopping.Tests;

/// <summary>Chats with the default shop, as its owner would read them.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Chats => [.. Directory.EnumerateFiles(Folder(), "*.txt").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Chats))]
    public async Task The_chat_goes_as_written(string file)
    {
        var shop = new FakeShop();
        shop.Add("Blue mug", 12.5m);
        shop.Add("White shirt", 20m, "Small", "Large");
        await Transcript.CheckAsync(Chat.BotOf(shop), Path.Combine(Folder(), file));
    }

    private static string Folder() => RepositoryRoot.Of("tests/ShopBot.Shopping.Tests/Transcripts");
}
