using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;

namespace ShopBot.Storage.Testing.Search;

/// <summary>Whose turn it is to read a store's catalogue.</summary>
public abstract class ExportStoreTests(Func<StorageHarness> open) : StorageTests(open)
{
    private IExportStore Exports => Storage.Exports;

    [Fact]
    public async Task A_record_comes_back_with_the_next_version()
    {
        Assert.Null(await Exports.FindAsync(Store, Token));
        Assert.True(await Exports.SaveAsync(Record("begun"), Token));

        var found = (await Exports.FindAsync(Store, Token))!;

        Assert.Equal((Store, "begun", Now, 1L), (found.Store, Sample.Text(found.Progress), found.DueAt, found.Version));
    }

    [Fact]
    public async Task Of_ten_hosts_one_goes_on()
    {
        await Exports.SaveAsync(Record("begun"), Token);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(
            async () => await Exports.SaveAsync(Record($"host {i}") with { Version = 1 }, Token), Token)));

        Assert.Single(answers, answer => answer);
        Assert.Equal(2, (await Exports.FindAsync(Store, Token))!.Version);
    }

    [Fact]
    public async Task Of_ten_hosts_one_begins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(async () => await Exports.SaveAsync(Record($"host {i}"), Token), Token)));

        Assert.Single(answers, answer => answer);
    }

    [Fact]
    public async Task What_is_due_is_listed_the_oldest_first()
    {
        var stores = Enumerable.Range(0, 4).Select(i => StoreId.New(Now.AddSeconds(i))).ToList();
        foreach (var (store, minutes) in stores.Zip([3, 1, 2, 9]))
            await Exports.SaveAsync(Record("x") with { Store = store, DueAt = Now.AddMinutes(minutes) }, Token);

        Assert.Equal([stores[1], stores[2], stores[0]], (await Exports.FindDueAsync(Now.AddMinutes(3), 10, Token)).Select(record => record.Store));
        Assert.Equal([stores[1]], (await Exports.FindDueAsync(Now.AddMinutes(3), 1, Token)).Select(record => record.Store));
        Assert.Empty(await Exports.FindDueAsync(Now, 10, Token));
    }

    private ExportRecord Record(string progress) => new() { Store = Store, Progress = Sample.Bytes(progress), DueAt = Now };
}
