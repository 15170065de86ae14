using ShopBot.Engine.Hosting;

namespace ShopBot.Engine.Tests.Hosting;

public sealed class GroupedCallsTests
{
    private readonly List<IReadOnlyList<int>> _groups = [];
    private readonly Queue<TaskCompletionSource> _gates = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_LoneCaller_IsServedAtOnceAndAlone()
    {
        var calls = Calls();

        Assert.Equal([2, 4], await calls.RunAsync([1, 2]));
        Assert.Equal([6], await calls.RunAsync([3]));
        Assert.Equal([[1, 2], [3]], _groups);
    }

    [Fact]
    public async Task RunAsync_WhileBusy_CallersRideTogetherAndGetTheirOwnResults()
    {
        var gate = AddGate();
        var calls = Calls();
        var first = calls.RunAsync([1]);
        var later = new[] { calls.RunAsync([2, 3]), calls.RunAsync([]), calls.RunAsync([4]) };
        Assert.All(later, task => Assert.False(task.IsCompleted));

        gate.SetResult();

        Assert.Equal([2], await first);
        Assert.Equal([4, 6], await later[0]);
        Assert.Empty(await later[1]);
        Assert.Equal([8], await later[2]);
        Assert.Equal([[1], [2, 3, 4]], _groups);
    }

    [Fact]
    public async Task RunAsync_MoreThanAGroup_IsSplitBetweenCallers()
    {
        var gate = AddGate();
        var calls = Calls(maxGroup: 3);
        var all = new List<Task<IReadOnlyList<int>>> { calls.RunAsync([0]) };
        all.AddRange([calls.RunAsync([1, 2]), calls.RunAsync([3, 4]), calls.RunAsync([5, 6, 7, 8, 9])]);

        gate.SetResult();
        await Task.WhenAll(all);

        Assert.Equal([[0], [1, 2], [3, 4], [5, 6, 7, 8, 9]], _groups);
    }

    [Fact]
    public async Task RunAsync_CallFails_EveryRiderHearsItAndTheNextIsServed()
    {
        var gate = AddGate();
        var fail = AddGate();
        var calls = Calls();
        var first = calls.RunAsync([1]);
        var second = calls.RunAsync([2]);
        var third = calls.RunAsync([3]);
        fail.SetException(new TimeoutException("storage"));
        gate.SetResult();

        await first;
        await Assert.ThrowsAsync<TimeoutException>(() => second);
        await Assert.ThrowsAsync<TimeoutException>(() => third);
        Assert.Equal([8], await calls.RunAsync([4]));
    }

    [Fact]
    public async Task RunAsync_CallThrowsBeforeItsFirstAwait_ReachesTheCaller()
    {
        var calls = new GroupedCalls<int, int>(_ => throw new TimeoutException("storage"), 10, 10);

        await Assert.ThrowsAsync<TimeoutException>(() => calls.RunAsync([1]));
        await Assert.ThrowsAsync<TimeoutException>(() => calls.RunAsync([2]));
    }

    [Fact]
    public async Task RunAsync_BacklogFull_TakesNothingAndRecovers()
    {
        var gate = AddGate();
        var calls = Calls(maxWaiting: 3);
        var first = calls.RunAsync([1]);
        var second = calls.RunAsync([2, 3]);
        Assert.Throws<BacklogFullException>(() => { _ = calls.RunAsync([4, 5]); });
        var third = calls.RunAsync([6]);

        gate.SetResult();
        await Task.WhenAll(first, second, third);

        Assert.Equal([[1], [2, 3, 6]], _groups);
        Assert.Equal([14], await calls.RunAsync([7]));
    }

    [Fact]
    public async Task RunAsync_ManyCallersAtOnce_EachGetsItsOwnResult()
    {
        var calls = new GroupedCalls<int, int>(
            async items =>
            {
                await Task.Yield();
                return [.. items.Select(item => item * 2)];
            },
            16,
            int.MaxValue);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => Task.Run(() => calls.RunAsync([i]), Token)));

        Assert.Equal(Enumerable.Range(0, 2000).Select(i => i * 2), answers.Select(answer => Assert.Single(answer)));
    }

    private TaskCompletionSource AddGate()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _gates.Enqueue(gate);
        return gate;
    }

    private GroupedCalls<int, int> Calls(int maxGroup = 100, int maxWaiting = 1000) => new(
        async items =>
        {
            _groups.Add(items);
            if (_gates.TryDequeue(out var gate))
                await gate.Task;
            return [.. items.Select(item => item * 2)];
        },
        maxGroup,
        maxWaiting);
}
