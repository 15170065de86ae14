using System.Text;
using System.Text.Json.Nodes;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

/// <summary>Damages one message of the corpus between two sound ones: nothing may be thrown, and the two must come out untouched.</summary>
public sealed class MutationTests
{
    private const int Mutations = 2_000;

    [Fact]
    public void No_damage_escapes_the_message_it_was_done_to()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var items = Payload.Names.Where(name => name != "text/half_surrogate").SelectMany(Items).ToList(); // JsonNode cannot write that one

        for (var i = 0; i < Mutations; i++)
        {
            var (isStatus, json) = items[random.Next(items.Count)];
            var damaged = Damage(JsonNode.Parse(json)!, random);
            var body = Body(damaged?.ToJsonString() ?? "null", isStatus);

            try
            {
                var events = WebhookReader.Read(Encoding.UTF8.GetBytes(body));

                Assert.Equal(3, events.Count);
                Assert.Equal("before", Assert.IsType<TextReceived>(events[0]).Body);
                Assert.Equal("after", Assert.IsType<TextReceived>(events[2]).Body);
                Assert.NotEmpty(events[1].DeduplicationKey);
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, mutation {i}: {exception}\n{body}");
            }
        }
    }

    [Fact]
    public void No_damage_to_the_whole_body_is_thrown_except_as_not_json()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var bodies = Payload.Names.Select(Payload.Bytes).ToList();

        for (var i = 0; i < Mutations; i++)
        {
            var body = (byte[])bodies[random.Next(bodies.Count)].Clone();
            for (var times = random.Next(1, 4); times > 0; times--)
                body[random.Next(body.Length)] = (byte)"{}[]\",:\\0n\u0001x"[random.Next(12)];

            try
            {
                _ = WebhookReader.Skim(body);
                Assert.NotEmpty(WebhookReader.Read(body));
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

    private static IEnumerable<(bool IsStatus, string Json)> Items(string name) => WebhookReader.Read(Payload.Bytes(name))
        .Where(one => one is MessageReceived or StatusReceived)
        .Select(one => (one is StatusReceived, Encoding.UTF8.GetString(one.Raw.Span)));

    private static string Body(string damaged, bool isStatus)
    {
        static string Sound(string id, string body) =>
            $$$"""{"from":"4915550001111","id":"{{{id}}}","timestamp":"1790000000","type":"text","text":{"body":"{{{body}}}"}}""";

        return isStatus
            ? $$$"""
              {"entry":[{"id":"7","changes":[
                {"field":"messages","value":{"metadata":{"phone_number_id":"8"},"messages":[{{{Sound("wamid.A", "before")}}}]}},
                {"field":"messages","value":{"metadata":{"phone_number_id":"8"},"statuses":[{{{damaged}}}]}},
                {"field":"messages","value":{"metadata":{"phone_number_id":"8"},"messages":[{{{Sound("wamid.B", "after")}}}]}}]}]}
              """
            : Payload.Messages($"[{Sound("wamid.A", "before")},{damaged},{Sound("wamid.B", "after")}]");
    }

    /// <summary>Drops, retypes, reorders or adds a member, somewhere in the tree, up to three times.</summary>
    private static JsonNode? Damage(JsonNode root, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var objects = Objects(root).ToList();
            if (objects.Count == 0)
                return Odd(random);
            var target = objects[random.Next(objects.Count)];
            var names = target.Select(member => member.Key).ToList();
            var name = names.Count == 0 ? "new" : names[random.Next(names.Count)];
            switch (random.Next(5))
            {
                case 0:
                    target.Remove(name);
                    break;
                case 1:
                    target[name] = Odd(random);
                    break;
                case 2:
                    Reorder(target, random);
                    break;
                case 3:
                    target["unknown_" + random.Next(100)] = Odd(random);
                    break;
                case 4 when random.Next(20) == 0:
                    return Odd(random);
            }
        }

        return root;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => new[] { one }.Concat(one.SelectMany(member => Objects(member.Value))),
        JsonArray many => many.SelectMany(Objects),
        _ => [],
    };

    private static void Reorder(JsonObject target, Random random)
    {
        var members = target.Select(member => (member.Key, Value: member.Value?.DeepClone())).ToArray();
        random.Shuffle(members);
        target.Clear();
        foreach (var (key, value) in members)
            target[key] = value;
    }

    private static JsonNode? Odd(Random random) => random.Next(10) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next()),
        2 => JsonValue.Create(double.MaxValue),
        3 => JsonValue.Create(true),
        4 => JsonValue.Create(""),
        5 => JsonValue.Create("\u0000\n\\\"🙂"),
        6 => new JsonObject(),
        7 => new JsonArray(1, null, new JsonArray(), new JsonObject { ["id"] = 1 }),
        8 => new JsonObject { ["body"] = new JsonObject(), ["id"] = new JsonArray(), ["type"] = 5 },
        _ => JsonValue.Create(-1L),
    };
}
