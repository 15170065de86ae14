using CsCheck;

namespace ShopBot.Engine.Tests.Pipeline;

/// <summary>Whatever order and company a person's names come in, what the person wrote ends up in one conversation, all of it, once.</summary>
public sealed class MergePropertyTests
{
    private const string UserId = "DE.1";
    private const string Phone = "15550001111";

    /// <summary>How a message names the person.</summary>
    private enum Name
    {
        ById,
        ByPhone,
        ByBoth,
    }

    /// <summary>Messages arrive in bursts; those of a burst at once. The last one names the person by both.</summary>
    private static readonly Gen<Name[][]> Bursts = Gen.Enum<Name>().Array[1, 4].Array[1, 4];

    [Fact]
    public Task Messages_under_either_name_are_counted_once_in_one_conversation() => Bursts.SampleAsync(
        async bursts =>
        {
            await using var host = await EngineHost.StartAsync();
            var texts = new List<string>();
            foreach (var burst in bursts)
            {
                var webhooks = new List<string>();
                foreach (var name in burst)
                {
                    texts.Add($"m{texts.Count + 1}");
                    webhooks.Add(host.MessageOf(texts[^1], name == Name.ByPhone ? null : UserId, name == Name.ById ? null : Phone));
                }

                await Task.WhenAll(webhooks.Select(host.AcceptAsync));
                await host.UntilIdleAsync(TimeSpan.FromMilliseconds(100));
            }

            await host.AcceptAsync(host.MessageOf("joined", UserId, Phone));
            await host.UntilIdleAsync(TimeSpan.FromMilliseconds(100));
            await host.AcceptAsync(host.MessageOf("phone", null, Phone));
            await host.UntilIdleAsync(TimeSpan.FromMilliseconds(100));
            await host.AcceptAsync(host.MessageOf("id", UserId, null));
            await host.UntilIdleAsync(TimeSpan.FromMilliseconds(100));

            var sent = host.Graph.Texts.ToList();
            Assert.Equal([.. texts, "joined", "phone", "id"], sent.Select(text => text[(text.IndexOf(": ", StringComparison.Ordinal) + 2)..]).OrderBy(Place).ThenBy(text => text, StringComparer.Ordinal));
            Assert.Equal([$"{texts.Count + 1}: joined", $"{texts.Count + 2}: phone", $"{texts.Count + 3}: id"], sent[^3..]);
            Assert.Equal(1, host.Number("SELECT COUNT(*) FROM lanes WHERE length(state) > 0"));

            int Place(string text) => text switch { "joined" => 1000, "phone" => 1001, "id" => 1002, _ => int.Parse(text.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) };
        },
        iter: 25,
        threads: 1);
}
