using System.Text.Json.Nodes;
using Shopify.Client.Tests.Schemas;

namespace Shopify.Client.Tests.Agreement;

/// <summary>Documents and models agree: everything selected is read, and everything a model shows is selected somewhere.</summary>
public sealed class AgreementTests : IDisposable
{
    private readonly OneAnswerShop _shop = new();

    public static TheoryData<string> All => new(ReadyOperation.All.Select(static operation => operation.Path));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_selected_value_is_read(string path)
    {
        var operation = ReadyOperation.ByPath(path);
        var sample = SampleAnswer.Create(SchemaFile.For(path), operation.Document);
        var unread = SampleValues.Leaves(sample).ToList();
        await RemoveNoticedAsync(operation.Name, sample, unread);
        foreach (var hidden in Hidden(sample))
        {
            if (unread.Count > 0)
                await RemoveNoticedAsync(operation.Name, SampleValues.With(sample, hidden, null), unread);
        }

        Assert.Empty(unread);
    }

    [Fact]
    public async Task Every_member_of_a_model_is_filled_by_some_document()
    {
        var filled = new HashSet<string>(StringComparer.Ordinal);
        var models = new HashSet<Type>();
        foreach (var operation in ReadyOperation.All)
        {
            var sample = SampleAnswer.Create(SchemaFile.For(operation.Path), operation.Document);
            foreach (var answer in Hidden(sample).Select(path => SampleValues.With(sample, path, null)).Prepend(sample))
            {
                var dump = await _shop.ReadAsync(operation.Name, answer);
                filled.UnionWith(dump.Filled);
                models.UnionWith(dump.Models);
            }
        }

        var members = models.Where(static model => !model.Name.StartsWith("Unknown", StringComparison.Ordinal)).SelectMany(static model => ModelDump.Members(model).Select(property => $"{model.Name}.{property.Name}"));

        Assert.Equal(["Page`1.SearchWarnings"], members.Except(filled).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Anything_that_may_be_null_can_be_null(string path)
    {
        var operation = ReadyOperation.ByPath(path);
        var sample = SampleAnswer.Create(SchemaFile.For(path), operation.Document);
        foreach (var part in SampleValues.Leaves(sample).Concat(SampleValues.Objects(sample)))
        {
            // A refusal names what is missing; anything but a model or a refusal would have thrown.
            await _shop.ReadAsync(operation.Name, SampleValues.With(sample, part, null));
        }
    }

    public void Dispose() => _shop.Dispose();

    // A value behind another one, such as a price beside the price of a market, counts when the other one is absent.
    private static string[] Hidden(JsonObject sample) =>
        [.. SampleValues.Objects(sample).Where(static path => path.Count(static c => c == '/') > 2)];

    private async Task RemoveNoticedAsync(string operation, JsonObject sample, List<string> unread)
    {
        var before = (await _shop.ReadAsync(operation, sample)).ToString();
        foreach (var leaf in unread.ToArray())
        {
            if (SampleValues.At(sample, leaf) is not { } value)
                continue;
            foreach (var other in SampleValues.Others(value))
            {
                if ((await _shop.ReadAsync(operation, SampleValues.With(sample, leaf, other))).ToString() == before)
                    continue;
                unread.Remove(leaf);
                break;
            }
        }
    }
}
