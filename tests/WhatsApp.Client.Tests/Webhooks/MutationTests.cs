using System.Text;
using System.Text.Json.Nodes;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

/// <summary>Damages the corpus: nothing may be thrown, and what stood beside the damage must come out untouched.</summary>
public sealed class MutationTests
{
    private const int Mutations = 10_000;

    [Fact]
    public void No_damage_escapes_the_element_it_was_done_to()
    {
        var (seed, random) = Seeded();
        var items = Corpus().SelectMany(Items).ToList();

        for (var i = 0; i < Mutations; i++)
        {
            var (kind, json) = items[random.Next(items.Count)];
            var damaged = Damage.Once(JsonNode.Parse(json)!, random)?.ToJsonString() ?? "null";
            var body = kind switch
            {
                "statuses" => Between(Change("messages", $"\"statuses\":[{damaged}]")),
                "messages" => Payload.Messages($"[{Sound("wamid.A", "before")},{damaged},{Sound("wamid.B", "after")}]"),
                _ => Between(damaged),
            };
            Check(body, seed, i, events => Assert.True(kind.Length == 0 || events.Count == 3));
        }
    }

    [Fact]
    public void No_damage_of_an_entry_costs_its_neighbours()
    {
        var (seed, random) = Seeded();
        var entries = Corpus().SelectMany(name => JsonNode.Parse(Payload.Bytes(name)) is JsonObject { } root && root["entry"] is JsonArray array ? array : []).ToList();

        for (var i = 0; i < Mutations; i++)
        {
            var damaged = Damage.Once(entries[random.Next(entries.Count)]!.DeepClone(), random)?.ToJsonString() ?? "null";
            var body = $$"""{"entry":[{{Entry(Text("wamid.A", "before"))}},{{damaged}},{{Entry(Text("wamid.B", "after"))}}]}""";
            Check(body, seed, i, _ => { });
        }
    }

    [Fact]
    public void No_damage_to_the_whole_body_is_thrown_except_as_not_json()
    {
        var (seed, random) = Seeded();
        var bodies = Payload.Names.Select(Payload.Bytes).ToList();

        for (var i = 0; i < Mutations; i++)
        {
            var body = bodies[random.Next(bodies.Count)].ToArray();
            if (random.Next(5) == 0)
                body = body[..random.Next(body.Length)];
            for (var times = random.Next(1, 4); times > 0 && body.Length > 0; times--)
                body[random.Next(body.Length)] = (byte)"{}[]\",:\\0n\u0001x"[random.Next(12)];

            try
            {
                _ = WebhookReader.Skim(body);
                Assert.All(WebhookReader.Read(body), TouchAll);
            }
            catch (WebhookFormatException)
            {
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, mutation {i}: {exception}\n{Encoding.UTF8.GetString(body)}");
            }
        }
    }

    private static (int Seed, Random Random) Seeded()
    {
        var seed = Environment.TickCount;
        return (seed, new Random(seed));
    }

    private static void Check(string body, int seed, int mutation, Action<IReadOnlyList<WebhookEvent>> check)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            var events = WebhookReader.Read(bytes);

            Assert.Equal(("wamid.A", "before"), (Assert.IsType<TextReceived>(events[0]).Id.Value, ((TextReceived)events[0]).Body));
            Assert.Equal(("wamid.B", "after"), (Assert.IsType<TextReceived>(events[^1]).Id.Value, ((TextReceived)events[^1]).Body));
            Assert.All(events, TouchAll);
            Assert.NotEmpty(WebhookReader.Skim(bytes));
            check(events);
        }
        catch (Exception exception)
        {
            Assert.Fail($"Seed {seed}, mutation {mutation}: {exception}\n{body}");
        }
    }

    /// <summary>Texts are made when they are asked for, so every property is asked.</summary>
    private static void TouchAll(WebhookEvent one)
    {
        Assert.NotEmpty(one.DeduplicationKey);
        foreach (var property in one.GetType().GetProperties())
            _ = property.GetValue(one)?.GetHashCode();
    }

    // JsonNode cannot write half a surrogate pair.
    private static IEnumerable<string> Corpus() => Payload.Names.Where(name => name != "text/half_surrogate");

    private static IEnumerable<(string Kind, string Json)> Items(string name)
    {
        if (JsonNode.Parse(Payload.Bytes(name)) is not JsonObject root || root["entry"] is not JsonArray entries)
            yield break;
        foreach (var change in entries.OfType<JsonObject>().SelectMany(entry => entry["changes"] as JsonArray ?? []).OfType<JsonObject>())
        {
            foreach (var kind in new[] { "messages", "statuses" })
            {
                if ((string?)change["field"] == "messages" && change["value"] is JsonObject value && value[kind] is JsonArray array)
                {
                    foreach (var item in array)
                        yield return (kind, item?.ToJsonString() ?? "null");
                }
            }

            yield return ("", change.ToJsonString());
        }
    }

    private static string Between(string change) => $$"""{"entry":[{{Entry($"{Text("wamid.A", "before")},{change},{Text("wamid.B", "after")}")}}]}""";

    private static string Entry(string changes) => $$"""{"id":"7","changes":[{{changes}}]}""";

    private static string Text(string id, string body) => Change("messages", $"\"messages\":[{Sound(id, body)}]");

    private static string Change(string field, string members) => $$$"""{"field":"{{{field}}}","value":{"metadata":{"phone_number_id":"8"},{{{members}}} }}""";

    private static string Sound(string id, string body) =>
        $$$"""{"from":"4915550001111","id":"{{{id}}}","timestamp":"1790000000","type":"text","text":{"body":"{{{body}}}"}}""";
}
