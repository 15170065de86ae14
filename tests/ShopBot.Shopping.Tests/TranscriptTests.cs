using ShopBot.Shopping.Tests.Support;
using ShopBot.Testing;
using Tests;

namespace ShopBot.Shopping.Tests;

/// <summary>Chats with the default shop, as its owner would read them. Between any two turns the host is as good as restarted: the conversation goes through its stored form.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Chats => [.. Directory.EnumerateFiles(Folder(), "*.txt", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder(), file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Chats))]
    public async Task The_chat_goes_as_written(string file) => await Transcript.CheckAsync(Chat.WholeBotOf(ShopChanges.Demo()), Path.Combine(Folder(), file));

    [Fact]
    public void Every_feature_is_told_in_English_Spanish_and_Arabic()
    {
        var told = new[] { "en", "es", "ar" }.ToDictionary(language => language, language => Directory.EnumerateFiles(Path.Combine(Folder(), language)).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList());

        Assert.NotEmpty(told["en"]);
        Assert.Equal(told["en"], told["es"]);
        Assert.Equal(told["en"], told["ar"]);
    }

    private static string Folder() => RepositoryRoot.Of("tests/ShopBot.Shopping.Tests/Transcripts");
}
