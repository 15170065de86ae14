using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Conversations;
using ShopBot.Testing;
using Tests;

namespace ThreeFlows.Tests;

/// <summary>Every file under Transcripts is a chat that happens as it is written.</summary>
public sealed class TranscriptTests
{
    private static readonly DateTimeOffset Monday = new TestSettings().Now;

    public static TheoryData<string> Chats => [.. Directory.EnumerateFiles(Folder("Transcripts/shop"), "*.txt").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Interrupted => [.. Directory.EnumerateFiles(Folder("Transcripts/survey-v1"), "*.txt").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Chats))]
    public async Task The_chat_goes_as_written(string file)
    {
        await using var services = NewServices();
        await Transcript.CheckAsync(services.GetRequiredService<Bot>(), Path.Combine(Folder("Transcripts/shop"), file));
    }

    /// <summary>The documents beside these chats were stored by version 1 of the survey.</summary>
    [Theory]
    [MemberData(nameof(Interrupted))]
    public async Task Version_2_goes_on_where_version_1_stopped(string file)
    {
        await using var services = NewServices();
        var stored = await File.ReadAllBytesAsync(Path.Combine(Folder("Stored"), Path.ChangeExtension(file, ".json")), TestContext.Current.CancellationToken);

        await Transcript.CheckAsync(services.GetRequiredService<Bot>(), Path.Combine(Folder("Transcripts/survey-v1"), file), stored);
    }

    [Fact]
    public void Each_flow_is_under_150_lines()
    {
        foreach (var flow in new[] { "MiniShopFlow.cs", "AppointmentFlow.cs", "SurveyFlow.cs" })
            Assert.True(File.ReadLines(Path.Combine(Folder("../../samples/ThreeFlows"), flow)).Count() < 150, flow);
    }

    private static ServiceProvider NewServices()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(Monday));
        services.AddSingleton<IPriceList, Shelf>();
        services.AddSingleton<ICalendar, OpeningHours>();
        services.AddShopBot().AddFlow<MiniShopFlow>().AddFlow<AppointmentFlow>().AddFlow<SurveyFlow>();
        return services.BuildServiceProvider();
    }

    private static string Folder(string name) => RepositoryRoot.Of($"tests/ThreeFlows.Tests/{name}");
}
