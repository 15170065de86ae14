namespace ShopBot.Storage.Testing.Keys;

public abstract class KeyStoreTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task Look_up_keys_come_back_by_version()
    {
        await Storage.Keys.AddLookupKeyAsync(1, Sample.Bytes("one"), Token);
        await Storage.Keys.AddLookupKeyAsync(2, Sample.Bytes("two"), Token);

        var keys = await Storage.Keys.GetLookupKeysAsync(Token);

        Assert.Equal([1, 2], keys.Keys.Order());
        Assert.Equal("two", Sample.Text(keys[2]));
    }

    [Fact]
    public async Task Of_ten_hosts_adding_the_same_version_one_wins_and_all_learn_its_key()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(
            async () => await Storage.Keys.AddLookupKeyAsync(1, Sample.Bytes($"key of host {i}"), Token), Token)));

        var stored = (await Storage.Keys.GetLookupKeysAsync(Token))[1];
        Assert.All(answers, answer => Assert.Equal(stored, answer));
    }

    [Fact]
    public async Task Without_keys_there_are_none()
    {
        Assert.Empty(await Storage.Keys.GetLookupKeysAsync(Token));
        Assert.Empty(Storage.Keys.LoadKeyRing());
    }

    [Fact]
    public void The_key_ring_keeps_its_elements_in_order()
    {
        Storage.Keys.AddToKeyRing("key-1", "<key id=\"1\" />");
        Storage.Keys.AddToKeyRing("key-2", "<key id=\"2\">ü</key>");

        Assert.Equal(["<key id=\"1\" />", "<key id=\"2\">ü</key>"], Storage.Keys.LoadKeyRing());
    }

    [Fact]
    public async Task A_removed_look_up_key_is_gone_and_the_others_stay()
    {
        await Storage.Keys.AddLookupKeyAsync(1, Sample.Bytes("one"), Token);
        await Storage.Keys.AddLookupKeyAsync(2, Sample.Bytes("two"), Token);

        await Storage.Keys.RemoveLookupKeyAsync(1, Token);
        await Storage.Keys.RemoveLookupKeyAsync(1, Token);

        Assert.Equal([2], (await Storage.Keys.GetLookupKeysAsync(Token)).Keys);
    }

    [Fact]
    public void An_element_of_the_key_ring_is_replaced_in_its_place_if_it_is_still_the_same()
    {
        Storage.Keys.AddToKeyRing("key-1", "<key id=\"1\" />");
        Storage.Keys.AddToKeyRing("key-2", "<key id=\"2\" />");

        Assert.True(Storage.Keys.ReplaceInKeyRing("<key id=\"1\" />", "<key id=\"1\">locked</key>"));
        Assert.False(Storage.Keys.ReplaceInKeyRing("<key id=\"1\" />", "<key />"));

        Assert.Equal(["<key id=\"1\">locked</key>", "<key id=\"2\" />"], Storage.Keys.LoadKeyRing());
    }
}
