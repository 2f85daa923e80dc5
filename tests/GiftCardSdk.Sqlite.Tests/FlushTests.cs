using System.Diagnostics;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>A disk whose flush really fails, by a library that comes between: what is not on the disk is not sent.</summary>
public sealed class FlushTests : IDisposable
{
    private const string Source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <errno.h>
        #include <stdlib.h>
        #include <unistd.h>
        static int flush(const char *name, int file)
        {
            const char *marker = getenv("GIFTCARDS_TEST_FAILING_FLUSH");
            if (marker && access(marker, F_OK) == 0) { errno = EIO; return -1; }
            return ((int (*)(int))dlsym(RTLD_NEXT, name))(file);
        }
        int fsync(int file) { return flush("fsync", file); }
        int fdatasync(int file) { return flush("fdatasync", file); }
        """;

    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_order_whose_commit_was_not_flushed_is_not_sent()
    {
        var marker = Path.Combine(_folder.Folder, "fails");
        using var process = OtherProcess.Start(
            "place",
            _folder.JournalPath,
            new(StringComparer.Ordinal) { ["LD_PRELOAD"] = await CompileAsync(), ["GIFTCARDS_TEST_FAILING_FLUSH"] = marker }
        );
        (await process.SaysAsync()).ShouldBe("ready");
        process.Tell("before");
        (await process.SaysAsync()).ShouldStartWith("1 bought");

        await File.WriteAllTextAsync(marker, "");
        for (var i = 0; i < 3; i++)
        {
            process.Tell("meanwhile");
            var said = await process.SaysAsync();
            said.ShouldStartWith("1 JournalUnavailable NothingCreated");
            said.ShouldContain("the disk failed");
        }

        File.Delete(marker);
        process.Tell("meanwhile");
        (await process.SaysAsync()).ShouldStartWith("2 bought");
        process.Tell("before");
        (await process.SaysAsync()).ShouldStartWith("2 bought");
        await process.EndAsync();
        (await SqliteJournal.CheckAsync(_folder.JournalPath)).ShouldBeEmpty();
        _folder.Execute("SELECT COUNT(*) FROM gift_card_orders WHERE state = 'Accepted'").ShouldBe(2L);
    }

    private async Task<string> CompileAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lets a library come between this way.");
        var (source, library) = (Path.Combine(_folder.Folder, "flush.c"), Path.Combine(_folder.Folder, "flush.so"));
        await File.WriteAllTextAsync(source, Source);
        try
        {
            using var compiler = Process.Start("cc", ["-shared", "-fPIC", "-o", library, source, "-ldl"]);
            await compiler.WaitForExitAsync();
            compiler.ExitCode.ShouldBe(0);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no C compiler here.");
        }

        return library;
    }
}
